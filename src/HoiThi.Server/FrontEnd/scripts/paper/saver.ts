import type { Kept, Sheet } from './sheet.ts';
import type { Outcome } from './protocol.ts';

export type SaveState = 'idle' | 'waiting' | 'sending' | 'lost' | 'busy' | 'signed-out';

interface Ports {
  send(kept: Kept, leaving: boolean): Promise<Outcome>;
  reply(outcome: Outcome): void;
  state(state: SaveState): void;
}

/** Saves gather for a moment after the last tick, but a tick never waits longer than this. */
const longest = 8_000;

/** When to save: coalesced and spread, again and again until acknowledged, at once when the page may be going. */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstTick = 0;
  private sending = false;
  private failures = 0;
  private stopped = false;
  private left = '';

  constructor(private readonly sheet: Sheet, private readonly ports: Ports, private readonly random: () => number = Math.random) {}

  /** After a tick: 1.5–4 s from now, at most 8 s after the first one that is not yet sent. */
  ticked(): void {
    const now = performance.now();
    if (!this.timer) {
      this.firstTick = now;
    }

    if (this.failures === 0 && !this.sending && !this.stopped) {
      this.ports.state('waiting');
      this.wait(Math.min(1_500 + this.random() * 2_500, Math.max(0, this.firstTick + longest - now)));
    }
  }

  /** Sends what there is, even if that is nothing: the reply brings the time left and what other tabs did. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending || this.stopped) {
      return;
    }

    this.sending = true;
    if (this.sheet.pendingCount > 0) {
      this.ports.state('sending');
    }

    const outcome = await this.ports.send(this.sheet.pending, false);
    this.sending = false;
    if (!this.stopped) {
      this.settle(outcome);
    }
  }

  /** The page may be frozen or thrown away: send without waiting for what is under way. Twice saved is once saved. */
  leave(): void {
    // Hiding and leaving are two events; what one has sent the other need not.
    const key = JSON.stringify(this.sheet.pending);
    if (!this.stopped && this.sheet.pendingCount > 0 && key !== this.left) {
      this.left = key;
      void this.ports.send(this.sheet.pending, true).then(outcome => {
        if (outcome.kind === 'open' && !this.stopped) {
          this.settle(outcome);
        }
      });
    }
  }

  /** The network is back, or so it says. */
  again(): void {
    if (this.failures > 0 && !this.sending) {
      this.wait(this.random() * 1_500);
    }
  }

  /** The submission carries what is not saved yet. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** The submission could not be made. */
  resume(): void {
    this.stopped = false;
    this.ticked();
  }

  private settle(outcome: Outcome): void {
    this.ports.reply(outcome);
    if (outcome.kind === 'open') {
      this.failures = 0;
      if (this.sheet.pendingCount > 0) {
        this.firstTick = performance.now();
        this.ticked();
      } else {
        this.ports.state('idle');
      }
    } else if (outcome.kind === 'lost' || outcome.kind === 'busy') {
      this.failures++;
      this.ports.state(outcome.kind);
      this.wait(outcome.kind === 'busy' ? outcome.after * (1 + this.random() / 2) : this.backoff());
    } else if (outcome.kind === 'signed-out') {
      // Signed in again in another tab, the next tick or the way back to this one sends everything.
      this.failures = 0;
      this.ports.state('signed-out');
    }
  }

  /** 2, 4, 8, 16, then 20 s, each between half and whole: phones that lost the same mast do not come back as one. */
  private backoff(): number {
    return Math.min(20_000, 1_000 * 2 ** this.failures) * (0.5 + this.random() / 2);
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }
}
