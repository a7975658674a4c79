/** On a narrow screen tabs run out of sight; the one that is open is brought into it. */
export function tabs(): void {
  for (const bar of document.querySelectorAll('.tabs')) {
    const here = bar.querySelector('[aria-current]')?.getBoundingClientRect();
    if (here) {
      const frame = bar.getBoundingClientRect();
      bar.scrollLeft += here.left - frame.left - (frame.width - here.width) / 2;
    }
  }
}
