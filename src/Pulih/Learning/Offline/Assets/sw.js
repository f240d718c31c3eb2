// Answers with what a learner keeps on the phone when there is no signal, or one too weak to wait for.
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function answer(request) {
  const page = request.mode === 'navigate';
  const kept = await caches.match(request, { ignoreSearch: page, ignoreVary: true });
  if (kept && !page) return kept; // Names change with content, so it is never old.
  try {
    return await Promise.race([fetch(request), ...(page && (kept ?? await provisions(request)) ? [late()] : [])]);
  } catch {
    return kept ?? (page && await provisions(request)) ?? Response.error();
  }
}

// Whatever page of a course is asked for, the kept one has all of it.
function provisions(request) {
  const [, door, token] = new URL(request.url).pathname.split('/');
  return caches.match(`/${door}/${token}/bekal`, { ignoreVary: true });
}

function late() {
  return new Promise((_, give) => setTimeout(() => give(new Error('late')), 5000));
}
