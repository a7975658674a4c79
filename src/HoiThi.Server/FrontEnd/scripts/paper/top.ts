import { Clock, minutes } from './clock.ts';
import { find, make } from './dom.ts';
import type { SaveState } from './saver.ts';
import type { Sheet } from './sheet.ts';
import { texts } from './texts.ts';

const warnings = [5, 1];

/** The bar that is always in sight: what is saved, and how much time is left. */
export class Top {
  private readonly state: HTMLElement;
  private readonly digits: HTMLElement;
  private readonly clockBox: HTMLElement;
  private readonly line: SVGRectElement;
  // Read out is only what matters: not every save, but that saves fail and that they work again.
  private readonly live = make('p', { class: 'visually-hidden', role: 'status' });
  private readonly notice = make('p', { class: 'paper-notice', role: 'alert' });
  private hide: ReturnType<typeof setTimeout> | undefined;
  private warned = Infinity;
  private troubled = false;

  constructor(private readonly form: HTMLFormElement, private readonly clock: Clock, private readonly total: number, private readonly timeUp: () => void) {
    this.state = find(form, '[data-state]');
    this.clockBox = find(form, '[data-clock]');
    this.digits = find(this.clockBox, 'b');
    this.line = find<SVGRectElement>(form, '.paper-line rect');
    this.clockBox.setAttribute('role', 'timer');
    find(this.clockBox, 'span').textContent = texts.left;
    this.state.removeAttribute('role');
    find(form, '.paper-top').append(this.notice, this.live);
    // Warnings that are past when the page opens are not given again.
    this.warned = this.past();
    this.tick();
  }

  /** Says truly what the server has and what it has not. */
  saved(state: SaveState, sheet: Sheet): void {
    const pending = sheet.pendingCount;
    const text = {
      idle: sheet.savedAnswers === 0 ? texts.none : texts.saved(sheet.savedAnswers, sheet.length),
      waiting: texts.waiting(sheet.savedAnswers, pending),
      sending: texts.sending(pending),
      lost: texts.lost(pending),
      busy: texts.busy(pending),
      'signed-out': texts.signedOut,
    }[state];
    const troubled = this.troubled;
    this.troubled = state === 'lost' || state === 'busy' || state === 'signed-out';
    this.show(text, state === 'idle' && sheet.savedAnswers === 0 ? 'none' : state);
    if (this.troubled || troubled) {
      this.live.textContent = text;
    }

    if (state === 'signed-out') {
      this.state.append(' ', make('a', { href: this.form.dataset['join'] ?? '/' }, texts.join));
    }
  }

  say(text: string, kind: string): void {
    this.show(text, kind);
    this.live.textContent = text;
  }

  link(text: string, href: string): void {
    this.state.append(' ', make('a', { href }, text));
  }

  /** A sentence for a while, read out at once. */
  note(text: string, shown = 12_000): void {
    this.notice.textContent = text;
    clearTimeout(this.hide);
    this.hide = setTimeout(() => { this.notice.textContent = ''; }, shown);
  }

  /** The deadline was moved; warnings that come again are given again. */
  longer(milliseconds: number): void {
    this.warned = this.past();
    this.note(texts.longer(Math.round(milliseconds / 60_000)), 60_000);
  }

  /** The last warning whose moment is past. */
  private past(): number {
    return Math.min(Infinity, ...warnings.filter(minute => this.clock.remaining <= (minute - 0.25) * 60_000));
  }

  private show(text: string, kind: string): void {
    this.state.textContent = text;
    this.state.dataset['state'] = kind;
  }

  private tick(): void {
    const left = this.clock.remaining;
    this.digits.textContent = minutes(left);
    this.line.setAttribute('width', `${Math.min(100, (100 * left) / this.total).toFixed(2)}%`);
    this.clockBox.dataset['low'] = left <= 60_000 ? 'very' : left <= 300_000 ? 'yes' : '';
    for (const minute of warnings) {
      if (left <= minute * 60_000 && left > 0 && minute < this.warned) {
        this.warned = minute;
        this.note(texts.minutesLeft(minute));
      }
    }

    if (left > 0) {
      setTimeout(() => this.tick(), (left % 1_000) || 1_000);
    } else {
      // Not at once: a page that opens too late is not put together yet.
      setTimeout(this.timeUp);
    }
  }
}
