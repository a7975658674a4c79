/** Buttons that only script can serve are hidden until it is there: copying an address, printing the page. */
export function handy(): void {
  document.querySelectorAll<HTMLButtonElement>('button[data-print]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
  document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const said = button.innerHTML;
      copy(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? '✓';
        setTimeout(() => { button.innerHTML = said; }, 2500);
      }).catch(() => { /* the field beside it can be selected by hand */ });
    });
  });
}

function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }

  // Plain http, as on a city's inner network, has no clipboard.
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('not copied'));
}
