// What stands on the paper and how much of it the server has acknowledged. No browser in here.

/** [shown places ticked as a mask, sequence number] of one position. */
export type Cell = [mask: number, sequence: number];
export type Guess = [value: number | null, sequence: number];
export type Change = [position: number, mask: number, sequence: number];

export interface Kept {
  readonly changes: Change[];
  readonly prediction?: Guess;
}

/** The highest sequence number the server takes. */
const highest = 65_535;

export class Sheet {
  private readonly cells: Cell[];
  private readonly saved: number[];
  private guess: Guess;
  private guessSaved: number;

  /** From what the server has. */
  constructor(answers: readonly Cell[], prediction: Guess) {
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

  /** Positions without an answer, from 0. */
  get blank(): number[] {
    return this.cells.reduce<number[]>((list, [mask], position) => (mask === 0 ? [...list, position] : list), []);
  }

  /** How many answers the server has acknowledged as they stand here. */
  get savedAnswers(): number {
    return this.cells.filter(([mask, sequence], position) => mask !== 0 && sequence <= (this.saved[position] ?? 0)).length;
  }

  /** What the server has not acknowledged. */
  get pending(): Kept {
    const changes = this.cells.reduce<Change[]>((list, [mask, sequence], position) =>
      sequence > (this.saved[position] ?? 0) ? [...list, [position, mask, sequence]] : list, []);
    return this.guess[1] > this.guessSaved ? { changes, prediction: this.guess } : { changes };
  }

  get pendingCount(): number {
    const { changes, prediction } = this.pending;
    return changes.length + (prediction ? 1 : 0);
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

    if (kept.prediction && kept.prediction[1] > this.guess[1]) {
      this.guess = [kept.prediction[0], kept.prediction[1]];
    }

    return changed;
  }

  /**
   * Takes the server's reply: what it has is saved, and where its number is greater than ours, or the same with
   * another answer, it shows. Returns the positions that changed.
   */
  acknowledge(answers: readonly Cell[], prediction: Guess): number[] {
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
    this.guessSaved = Math.max(this.guessSaved, prediction[1]);
    if (prediction[1] >= this.guess[1]) {
      this.guess = [prediction[0], prediction[1]];
    }

    return changed;
  }

  private next(): number {
    return Math.min(highest, Math.max(this.guess[1], ...this.cells.map(([, sequence]) => sequence)) + 1);
  }
}

/** The server's own rule: the higher number, and of equal numbers the greater mask. */
function later(sequence: number, mask: number, [heldMask, heldSequence]: Cell): boolean {
  return sequence > heldSequence || (sequence === heldSequence && mask > heldMask);
}
