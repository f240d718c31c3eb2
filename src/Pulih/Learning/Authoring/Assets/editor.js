// Without this file the page works by saving and looking; with it the preview follows the typing and lessons can be dragged.
const form = document.querySelector('[data-editor]');
const pane = document.getElementById('pratinjau');
let waiting, asked = 0;

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(preview, 200);
  changed = true;
});

let changed = false;
form.addEventListener('submit', () => { changed = false; });
addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });

async function preview() {
  const mine = ++asked;
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  try {
    const answer = await fetch(form.dataset.preview, { method: 'POST', body });
    if (answer.ok && mine === asked) pane.innerHTML = await answer.text();
  } catch {
    // The line is gone; the next key tries again.
  }
}

const list = document.querySelector('[data-lessons]');
const move = document.querySelector('[data-move]');
let dragged;
list.addEventListener('dragstart', event => { dragged = event.target.closest('[data-path]'); });
list.addEventListener('dragover', event => {
  const over = event.target.closest('[data-path]');
  if (dragged && over) event.preventDefault();
  for (const item of list.children) item.classList.toggle('over', item === over);
});
list.addEventListener('drop', event => {
  event.preventDefault();
  const over = event.target.closest('[data-path]');
  if (!dragged || !over || over === dragged) return;
  move.elements.path.value = dragged.dataset.path;
  move.elements.to.value = over.dataset.at;
  move.submit();
});
