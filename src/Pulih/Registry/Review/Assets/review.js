// One key decides a pair; whoever types in a field or holds Ctrl, Alt or Meta means something else.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest('input:not([type=hidden]), select, textarea')) return;
  document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});
