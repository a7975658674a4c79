/** Closes an open menu on Escape and on a tap beside it. */
export function menus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');
  document.addEventListener('click', event => open().forEach(menu => {
    if (!menu.contains(event.target as Node)) {
      menu.open = false;
    }
  }));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      open().forEach(menu => {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      });
    }
  });
}
