const key = 'theme';

/** Puts the visitor's choice on the root; without one the style sheet follows the system. */
export function applyTheme(): void {
  const chosen = read();
  if (chosen) {
    document.documentElement.setAttribute('data-bs-theme', chosen);
  }
}

export function themeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (!button) {
    return;
  }

  const show = () => button.setAttribute('aria-pressed', String(dark()));
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    const next = dark() ? 'light' : 'dark';
    document.documentElement.setAttribute('data-bs-theme', next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // A browser that keeps nothing follows the system again on the next page.
    }

    show();
  });
}

function dark(): boolean {
  return (read() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
}

function read(): string | null {
  try {
    return document.documentElement.getAttribute('data-bs-theme') ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}
