// Keeps the page and what is filled in on the phone, and sends it when there is a signal. Without this file the form
// is sent as any other, while the page is open.
const form = document.querySelector('[data-offline]');
const state = document.getElementById('keadaan');
const typed = `pulih ${location.pathname} ${form.dataset.offline}`;
const toSend = `pulih kirim ${location.pathname}`;
let sending = false;

fill();
form.addEventListener('input', () => localStorage.setItem(typed, JSON.stringify(entries())));
form.addEventListener('submit', event => {
  event.preventDefault();
  localStorage.setItem(toSend, JSON.stringify(entries()));
  send();
});
addEventListener('online', send);
// Another tab has sent it.
addEventListener('storage', event => { if (event.key === toSend && event.newValue === null) location.assign(location.pathname.replace(/bekal$/, 'kuis')); });
setInterval(send, 20000);
send();
keep();

function entries() {
  return [...new FormData(form)];
}

function fill() {
  for (const [name, value] of JSON.parse(localStorage.getItem(typed) ?? '[]')) {
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    if (name.startsWith('rank-')) fields.find(f => !f.dataset.filled && (f.dataset.filled = 1) && ((f.value = value), true));
    else for (const field of fields) {
      if (field.type === 'hidden') continue;
      if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value;
      else field.value = value;
    }
  }
}

// The answers are kept until the server has them; sent twice they count once.
async function send() {
  const waits = localStorage.getItem(toSend);
  if (!waits || sending) return;
  sending = true;
  state.textContent = state.dataset.sending;
  try {
    const answer = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams(JSON.parse(waits)) });
    if (answer.ok) {
      // Filled in anew while it was on its way: that is sent next.
      if (localStorage.getItem(toSend) === waits) localStorage.removeItem(toSend);
      localStorage.removeItem(typed);
      location.assign(answer.url);
    } else {
      state.textContent = state.dataset.waits;
    }
  } catch {
    state.textContent = state.dataset.waits;
  }
  sending = false;
}

async function keep() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/belajar/sw.js', { scope: '/belajar/' });
    const cache = await caches.open('bekal');
    const parts = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src], img')].map(part => part.href || part.src);
    await cache.addAll([location.pathname, ...new Set(parts)]);
    if (!localStorage.getItem(toSend)) state.textContent = state.dataset.kept;
  } catch {
    // No signal, or no room on the phone: what was kept before stays.
  }
}
