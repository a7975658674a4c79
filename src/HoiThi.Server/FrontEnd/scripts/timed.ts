// A paper whose questions come one after another. The page works without this; here the answer is saved as it is given,
// the seconds are counted down, and the next question takes the place of the last.
import { Clock } from './paper/clock.ts';
import { find } from './paper/dom.ts';
import { save, submit, type Outcome } from './paper/protocol.ts';
import type { Kept } from './paper/sheet.ts';
import { texts } from './paper/texts.ts';
import { look, positionOf, type Field } from './paper/written.ts';

class Timed {
  private readonly attempt: string;
  private readonly position: number;
  private readonly changeable: boolean;
  private readonly clock: Clock;
  private readonly state: HTMLElement;
  private sequence: number;
  private kept: Kept | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private done = false;

  constructor(private readonly form: HTMLFormElement, since: number) {
    const data = form.dataset;
    this.attempt = data['attempt'] ?? '';
    this.position = Number(data['position']);
    this.changeable = data['change'] === '1';
    this.clock = new Clock(Number(data['remaining']), since);
    this.state = find(form, '[data-state]');
    this.sequence = Number(find<HTMLInputElement>(form, '[name=sequence]').value);
    form.addEventListener('change', () => { this.given(0); });
    form.addEventListener('input', event => {
      const field = event.target as Field;
      if (positionOf(field) < 0 || look(field)) {
        this.given(600);
      }
    });
    form.addEventListener('submit', event => {
      const button = (event as SubmitEvent).submitter;
      event.preventDefault();
      if (button?.hasAttribute('data-submit')) {
        void this.submit();
      } else {
        this.take();
        void this.send();
      }
    });
    form.classList.add('running');
    this.tick();
  }

  /** What stands in the form, as it is sent. */
  private take(): void {
    const sequence = Math.min(65_535, this.sequence++);
    const boxes = Array.from(this.form.querySelectorAll<HTMLInputElement>('input[name^=q]'));
    const mask = boxes.reduce((sum, box) => (box.checked ? sum | (1 << Number(box.value)) : sum), 0);
    const field = this.form.querySelector<Field>('[name^=t]');
    const guess = this.form.querySelector<HTMLInputElement>('#prediction');
    this.kept = {
      changes: boxes.length > 0 && !boxes[0]?.disabled ? [[this.position, mask, sequence]] : [],
      ...(field && !field.disabled && look(field) ? { written: [[this.position, field.value, sequence]] } : {}),
      ...(guess && guess.value !== '' && guess.validity.valid ? { prediction: [Number(guess.value), sequence] as [number, number] } : {}),
    };
  }

  private given(after: number): void {
    if (this.changeable && !this.done) {
      this.take();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.send(), after);
    }
  }

  private async send(): Promise<void> {
    const kept = this.kept;
    if (this.sending || !kept) {
      return;
    }

    this.sending = true;
    this.say(texts.sending(1), 'sending');
    const outcome = await save(this.attempt, kept);
    this.sending = false;
    this.reply(outcome, kept);
  }

  private reply(outcome: Outcome, kept: Kept): void {
    if (outcome.kind === 'over') {
      location.replace(outcome.result);
    } else if (outcome.kind === 'open') {
      const newer = this.kept !== kept;
      this.kept = newer ? this.kept : null;
      const mask = outcome.answers[this.position]?.[0] ?? 0;
      const saved = mask !== 0 || outcome.written.some(([position, text]) => position === this.position && text !== '');
      this.say(saved ? texts.savedOne : texts.none, saved ? 'idle' : 'none');
      if (saved && !this.changeable) {
        find<HTMLFieldSetElement>(this.form, '.question').disabled = true;
        find(this.form, '[data-save]').hidden = true;
      }

      if (newer) {
        void this.send();
      }
    } else if (outcome.kind === 'signed-out') {
      this.say(texts.signedOut, 'signed-out');
    } else {
      this.say(outcome.kind === 'busy' ? texts.busy(1) : texts.lost(1), outcome.kind);
      if (!this.done) {
        this.timer = setTimeout(() => void this.send(), outcome.kind === 'busy' ? outcome.after : 700 + Math.random() * 600);
      }
    }
  }

  private tick(): void {
    const left = this.clock.remaining;
    find(this.form, '[data-clock] b').textContent = String(Math.ceil(left / 1_000));
    find(this.form, '[data-clock]').dataset['low'] = left <= 3_000 ? 'very' : '';
    find(this.form, '.paper-line rect').setAttribute('width', `${Math.min(100, (100 * left) / Number(this.form.dataset['total'])).toFixed(1)}%`);
    if (left > 0) {
      setTimeout(() => this.tick(), Math.min(250, left));
    } else {
      void this.over();
    }
  }

  private async over(): Promise<void> {
    // What was typed last is still taken in the grace.
    clearTimeout(this.timer);
    this.done = true;
    if (this.changeable && this.kept) {
      await this.send();
    }

    if (this.form.dataset['last'] === '1' || this.position < 0) {
      await this.submit();
    } else {
      await next();
    }
  }

  private async submit(): Promise<void> {
    this.done = true;
    this.say(texts.submitting, 'sending');
    const outcome = await submit(this.attempt, this.kept ?? { changes: [] });
    if (outcome.kind === 'over') {
      location.replace(outcome.result);
    } else {
      this.say(outcome.kind === 'busy' ? texts.submitBusy : texts.submitLost, outcome.kind);
      setTimeout(() => void this.submit(), outcome.kind === 'busy' ? outcome.after : 1_000 + Math.random() * 1_000);
    }
  }

  private say(text: string, kind: string): void {
    this.state.textContent = text;
    this.state.dataset['state'] = kind;
  }
}

/** Fetches the page again and puts its form in the place of this one. */
async function next(): Promise<void> {
  for (let failures = 0; ; failures++) {
    try {
      const asked = performance.now();
      const response = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
      if (response.redirected || !response.ok) {
        location.replace(response.url);
        return;
      }

      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector<HTMLFormElement>('form.timed');
      const old = document.querySelector('form.timed');
      if (!fresh || !old) {
        location.reload();
        return;
      }

      old.replaceWith(fresh);
      new Timed(fresh, asked);
      fresh.querySelector<HTMLElement>('legend')?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, Math.min(4_000, 300 * 2 ** failures)));
    }
  }
}

function responseStart(): number {
  const entries = performance.getEntriesByType ? performance.getEntriesByType('navigation') : [];
  return Math.min(performance.now(), (entries[0] as PerformanceNavigationTiming | undefined)?.responseStart ?? 0);
}

const form = document.querySelector<HTMLFormElement>('form.timed');
if (form) {
  new Timed(form, responseStart());
}
