// What stands on the paper and how much of it the server has acknowledged. No browser in here.

/** [shown places ticked as a mask, sequence number] of one position. */
export type Cell = [mask: number, sequence: number];
export type Guess = [value: number | null, sequence: number];
export type Change = [position: number, mask: number, sequence: number];
export type Written = [position: number, text: string, sequence: number];

export interface Kept {
  readonly changes: Change[];
  readonly prediction?: Guess;
  readonly written?: Written[];
}

/** The highest sequence number the server takes. */
const highest = 65_535;

export class Sheet {
  private readonly cells: Cell[];
  private readonly saved: number[];
  private readonly texts = new Map<number, { text: string; sequence: number; saved: number }>();
  private guess: Guess;
  private guessSaved: number;

  /** From what the server has. */
  constructor(answers: readonly Cell[], prediction: Guess, written: readonly Written[] = []) {
    written.forEach(([position, text, sequence]) => this.texts.set(position, { text, sequence, saved: sequence }));
    this.cells = answers.map(([mask, sequence]) => [mask, sequence]);
    this.saved = answers.map(([, sequence]) => sequence);
    this.guess = [prediction[0], prediction[1]];
    this.guessSaved = prediction[1];
  }

  get length(): number {
    return this.cells.length;
  }

  get prediction(): number | null {
    return this.guess[0];
  }

  maskAt(position: number): number {
    return this.cells[position]?.[0] ?? 0;
  }

  textAt(position: number): string {
    return this.texts.get(position)?.text ?? '';
  }

  answered(position: number): boolean {
    return this.maskAt(position) !== 0 || this.textAt(position) !== '';
  }

  /** Positions without an answer, from 0. */
  get blank(): number[] {
    return this.cells.map((_, position) => position).filter(position => !this.answered(position));
  }

  /** How many answers the server has acknowledged as they stand here. */
  get savedAnswers(): number {
    return this.cells.filter(([mask, sequence], position) => {
      const written = this.texts.get(position);
      return (mask !== 0 && sequence <= (this.saved[position] ?? 0)) || (!!written?.text && written.sequence <= written.saved);
    }).length;
  }

  /** What the server has not acknowledged. */
  get pending(): Kept {
    const changes = this.cells.reduce<Change[]>((list, [mask, sequence], position) =>
      sequence > (this.saved[position] ?? 0) ? [...list, [position, mask, sequence]] : list, []);
    const written: Written[] = [];
    this.texts.forEach(({ text, sequence, saved }, position) => {
      if (sequence > saved) {
        written.push([position, text, sequence]);
      }
    });
    return {
      changes,
      ...(this.guess[1] > this.guessSaved ? { prediction: this.guess } : {}),
      ...(written.length > 0 ? { written } : {}),
    };
  }

  get pendingCount(): number {
    const { changes, prediction, written } = this.pending;
    return changes.length + (written?.length ?? 0) + (prediction ? 1 : 0);
  }

  write(position: number, text: string): void {
    if (this.cells[position] && this.textAt(position) !== text) {
      this.texts.set(position, { text, sequence: this.next(), saved: this.texts.get(position)?.saved ?? 0 });
    }
  }

  tick(position: number, mask: number): void {
    if (this.cells[position] && this.maskAt(position) !== mask) {
      this.cells[position] = [mask, this.next()];
    }
  }

  predict(value: number | null): void {
    if (value !== this.guess[0]) {
      this.guess = [value, this.next()];
    }
  }

  /** Takes what was kept on this machine, or what another tab has ticked: the later of two changes stays. */
  take(kept: Kept): number[] {
    const changed: number[] = [];
    for (const [position, mask, sequence] of kept.changes) {
      const cell = this.cells[position];
      if (cell && later(sequence, mask, cell)) {
        this.cells[position] = [mask, sequence];
        changed.push(position);
      }
    }

    for (const [position, text, sequence] of kept.written ?? []) {
      const held = this.texts.get(position);
      if (this.cells[position] && sequence > (held?.sequence ?? 0)) {
        this.texts.set(position, { text, sequence, saved: held?.saved ?? 0 });
        changed.push(position);
      }
    }

    if (kept.prediction && kept.prediction[1] > this.guess[1]) {
      this.guess = [kept.prediction[0], kept.prediction[1]];
    }

    return changed;
  }

  /**
   * Takes the server's reply: what it has is saved, and where its number is greater than ours, or the same with
   * another answer, it shows. Returns the positions that changed.
   */
  acknowledge(answers: readonly Cell[], prediction: Guess, written: readonly Written[] = []): number[] {
    const changed: number[] = [];
    answers.forEach(([mask, sequence], position) => {
      const cell = this.cells[position];
      if (!cell) {
        return;
      }

      // Two replies can arrive in the wrong order; what the server has once acknowledged it has.
      this.saved[position] = Math.max(this.saved[position] ?? 0, sequence);
      if (sequence > cell[1] || (sequence === cell[1] && mask !== cell[0])) {
        this.cells[position] = [mask, sequence];
        if (mask !== cell[0]) {
          changed.push(position);
        }
      }
    });
    written.forEach(([position, text, sequence]) => {
      const held = this.texts.get(position);
      if (!held || sequence > held.sequence) {
        this.texts.set(position, { text, sequence, saved: sequence });
        changed.push(position);
      } else {
        // What the server keeps of a text may be shorter or written otherwise; while somebody types it stays as typed.
        held.saved = Math.max(held.saved, sequence);
      }
    });
    this.guessSaved = Math.max(this.guessSaved, prediction[1]);
    if (prediction[1] >= this.guess[1]) {
      this.guess = [prediction[0], prediction[1]];
    }

    return changed;
  }

  private next(): number {
    let last = Math.max(this.guess[1], ...this.cells.map(([, sequence]) => sequence));
    this.texts.forEach(({ sequence }) => { last = Math.max(last, sequence); });
    return Math.min(highest, last + 1);
  }
}

/** The server's own rule: the higher number, and of equal numbers the greater mask. */
function later(sequence: number, mask: number, [heldMask, heldSequence]: Cell): boolean {
  return sequence > heldSequence || (sequence === heldSequence && mask > heldMask);
}
