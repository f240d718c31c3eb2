// Keeps what is marked data-live (seconds) or data-listen (a stream that tells of changes) fresh without reloading the
// page; without scripts the page is as good as its last reload.
for (const part of document.querySelectorAll('[data-live]:not([data-live=""])')) keep(part);
for (const part of document.querySelectorAll('[data-listen]')) new EventSource(part.dataset.listen).onmessage = () => refresh(part);

async function keep(part) {
  for (;;) {
    await new Promise(done => setTimeout(done, part.dataset.live * 1000));
    // Nobody's button is taken away from under the finger.
    if (!part.contains(document.activeElement) || !document.activeElement.matches('button, input, a')) await refresh(part);
  }
}

async function refresh(part) {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
    if (fresh) {
      part.innerHTML = fresh.innerHTML;
      if (fresh.dataset.live !== undefined) part.dataset.live = fresh.dataset.live;
    }
  } catch {
    // The line is gone; the next turn tries again.
  }
}
