import type { Clock } from './clock.ts';
import { find } from './dom.ts';
import type { Outcome } from './protocol.ts';
import type { Questions } from './questions.ts';
import type { Kept, Sheet } from './sheet.ts';
import { texts } from './texts.ts';
import type { Top } from './top.ts';

interface Ports {
  send(kept: Kept): Promise<Outcome>;
  over(result: string): void;
  started(): void;
  released(): void;
}

/** Asks once, then submits until the server has answered, whatever the network does. */
export class Submission {
  private readonly dialog = find<HTMLDialogElement>(document, 'dialog.ask');
  private readonly button: HTMLButtonElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private sending = false;
  private failures = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly sheet: Sheet,
    private readonly questions: Questions,
    private readonly top: Top,
    private readonly clock: Clock,
    private readonly ports: Ports) {
    this.button = find(form, '[data-submit]');
    find(this.dialog, '[data-ask-back]').addEventListener('click', () => this.dialog.close());
    find(this.dialog, '[data-ask-submit]').addEventListener('click', () => {
      this.dialog.close();
      this.start(texts.submitting);
    });
  }

  /** Names what is not answered and asks. */
  ask(): void {
    const blank = this.sheet.blank.map(position => position + 1);
    const review = this.questions.toReview;
    const sentences = [
      blank.length > 0 ? texts.blank(blank.join(', '), blank.length) : texts.complete,
      ...(this.form.querySelector('#prediction') && this.sheet.prediction === null ? [texts.noGuess] : []),
      ...(review.length > 0 ? [texts.noted(review.join(', '))] : []),
    ].join(' ');
    if (typeof this.dialog.showModal === 'function') {
      find(this.dialog, '[data-ask]').textContent = sentences;
      if (!this.dialog.open) {
        this.dialog.showModal();
      }
    } else if (window.confirm(sentences)) {
      this.start(texts.submitting);
    }
  }

  /** The time is over: everybody's may be at the same moment, so wait for a part of the grace. */
  timeUp(grace: number): void {
    if (this.dialog.open) {
      this.dialog.close();
    }

    this.start(texts.timeUp, (Math.random() * Math.min(grace, 12_000)) / 3);
  }

  /** The network is back. */
  again(): void {
    if (this.running && !this.sending) {
      this.wait(Math.random() * 1_000);
    }
  }

  private start(words: string, after = 0): void {
    if (this.running) {
      return;
    }

    this.running = true;
    this.button.disabled = true;
    this.questions.lock(true);
    this.ports.started();
    this.top.say(words, 'sending');
    this.wait(after);
  }

  private async attempt(): Promise<void> {
    this.sending = true;
    const outcome = await this.ports.send(this.sheet.pending);
    this.sending = false;
    if (outcome.kind === 'over') {
      this.ports.over(outcome.result);
    } else if (outcome.kind === 'signed-out') {
      this.top.saved('signed-out', this.sheet);
      this.release();
    } else {
      this.failures++;
      this.explain(outcome);
      const after = outcome.kind === 'busy' ? outcome.after : Math.min(8_000, 500 * 2 ** this.failures);
      this.wait(after * (0.5 + Math.random() / 2));
    }
  }

  private explain(outcome: Outcome): void {
    if (this.clock.overdue > Number(this.form.dataset['grace'])) {
      this.top.say(texts.tooLate, 'lost');
      this.top.link(texts.result, `/attempts/${this.form.dataset['attempt']}/result`);
    } else {
      this.top.say(outcome.kind === 'busy' ? texts.submitBusy : texts.submitLost, outcome.kind);
    }
  }

  private release(): void {
    this.running = false;
    this.button.disabled = false;
    this.questions.lock(false);
    this.ports.released();
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.attempt(), milliseconds);
  }
}
