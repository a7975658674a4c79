const units = [86_400_000, 3_600_000, 60_000, 1_000];

/** Counts every [data-countdown] down from the server's remaining milliseconds; the phone's clock has no say. */
export function countdowns(): void {
  document.querySelectorAll<HTMLElement>('[data-countdown]').forEach(box => {
    const boxes = Array.from(box.querySelectorAll('b'));
    const end = performance.now() + Number(box.dataset['countdown']);
    const finest = units[boxes.length - 1] ?? 60_000;
    const tick = () => {
      const left = Math.max(0, end - performance.now());
      boxes.forEach((digits, index) => {
        const unit = units[index] ?? 1;
        const value = Math.floor((index === 0 ? left : left % (units[index - 1] ?? left)) / unit);
        digits.textContent = index === 0 ? String(value) : String(value).padStart(2, '0');
      });
      if (left > 0) {
        setTimeout(tick, Math.min(left, finest === 1_000 ? 1_000 : 5_000));
      } else {
        over(box);
      }
    };
    tick();
  });
}

function over(box: HTMLElement): void {
  for (let next = box.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.hasAttribute('data-countdown-over')) {
      (next as HTMLElement).hidden = false;
      if (next instanceof HTMLFormElement && next.hasAttribute('data-countdown-submit')) {
        // Everybody waits for this moment: not all in the same millisecond.
        const form = next;
        setTimeout(() => form.submit(), Math.random() * 1_000);
      }

      return;
    }
  }
}
