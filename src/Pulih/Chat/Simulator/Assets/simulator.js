// Without this file the page works by forms and reloads; with it bubbles come by themselves.
for (const phone of document.querySelectorAll('.phone')) follow(phone);

async function follow(phone) {
  const list = phone.querySelector('ol');
  list.scrollTop = list.scrollHeight;
  phone.addEventListener('submit', send);
  phone.querySelector('[type=file]').addEventListener('change', e => e.target.form.requestSubmit());
  let version = list.dataset.version;
  for (;;) {
    try {
      const answer = await fetch(`/simulator?handler=chat&number=${phone.dataset.number}`, { cache: 'no-store', headers: { 'If-None-Match': version } });
      if (answer.status === 200) {
        version = answer.headers.get('ETag');
        show(list, await answer.text());
        const presence = phone.querySelector('.presence');
        presence.textContent = list.querySelector('.typing') ? presence.dataset.typing : presence.dataset.else;
      } else if (answer.status !== 304) {
        await pause(3000);
      }
    } catch {
      // The product is being restarted, or the page is being left.
      await pause(2000);
    }
  }
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  const body = new FormData(form, event.submitter);
  const words = form.querySelector('[name=say]');
  if (words) {
    form.reset();
    words.value = '';
    words.focus();
  }
  for (const open of form.closest('.phone').querySelectorAll('details[open]')) open.open = false;
  const answer = await fetch(form.action, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch' } });
  if (!answer.ok) location.reload();
}

// Bubbles that did not change stay as they are, so that an open list stays open and a picture is not loaded again.
function show(list, html) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  const fresh = new DOMParser().parseFromString(`<ol>${html}</ol>`, 'text/html').querySelector('ol');
  const old = new Map([...list.children].map(item => [item.id, item]));
  const items = [...fresh.children].map(item => {
    const kept = old.get(item.id);
    return kept && kept.dataset.mark === item.dataset.mark ? kept : document.adoptNode(item);
  });
  const stay = new Set(items);
  for (const item of [...list.children]) if (!stay.has(item)) item.remove();
  items.forEach((item, i) => { if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null); });
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function pause(ms) {
  return new Promise(done => setTimeout(done, ms));
}
