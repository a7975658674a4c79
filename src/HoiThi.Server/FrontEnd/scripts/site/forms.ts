/** How long a sent form stays closed, should the page not change: then the network has lost it and a retry is right. */
const lock = 10_000;

/** A second tap on a form with data-once does nothing; a change in a form with data-autosubmit sends it. */
export function forms(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-once]').forEach(form => {
    let sentAt = -lock;
    form.addEventListener('submit', event => {
      if (performance.now() - sentAt < lock) {
        event.preventDefault();
        return;
      }

      sentAt = performance.now();
      mark(form, true);
      setTimeout(() => mark(form, false), lock);
    });
    // Coming back by the back button shows the page as it was left.
    window.addEventListener('pageshow', event => {
      if (event.persisted) {
        sentAt = -lock;
        mark(form, false);
      }
    });
  });

  document.querySelectorAll<HTMLFormElement>('form[data-autosubmit]').forEach(form => {
    form.querySelectorAll<HTMLElement>('button[type=submit]').forEach(button => { button.hidden = true; });
    form.addEventListener('change', () => form.submit());
  });

  document.getElementById('errors')?.focus();
}

function mark(form: HTMLFormElement, sending: boolean): void {
  form.querySelectorAll('button[type=submit]').forEach(button => button.setAttribute('aria-disabled', String(sending)));
}
