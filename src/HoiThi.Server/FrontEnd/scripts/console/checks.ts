/** A box in the head of a table that ticks all boxes of a name below it; hidden where there is no script. */
export function checkAll(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-check-all]')) {
    box.hidden = false;
    box.addEventListener('change', () => {
      for (const each of document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${box.dataset.checkAll}"]`)) {
        each.checked = box.checked;
      }
    });
  }
}
