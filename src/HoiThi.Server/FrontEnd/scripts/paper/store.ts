import type { Kept } from './sheet.ts';

/** What this machine keeps of an attempt until the server has it; where nothing can be kept, the page alone does. */
export class Store {
  private readonly answers: string;
  private readonly flags: string;

  constructor(attempt: string) {
    this.answers = `paper-${attempt}`;
    this.flags = `flags-${attempt}`;
  }

  get kept(): Kept {
    const kept = read(this.answers) as Kept | null;
    return kept && Array.isArray(kept.changes) ? kept : { changes: [] };
  }

  set kept(kept: Kept) {
    write(this.answers, kept.changes.length > 0 || kept.prediction || kept.written ? kept : null);
  }

  get flagged(): number[] {
    const flags = read(this.flags);
    return Array.isArray(flags) ? flags as number[] : [];
  }

  set flagged(flags: number[]) {
    write(this.flags, flags.length > 0 ? flags : null);
  }

  /** Whether all questions are shown at once; holds for all papers. */
  get all(): boolean {
    return read('paper-all') === true;
  }

  set all(all: boolean) {
    write('paper-all', all || null);
  }

  clear(): void {
    write(this.answers, null);
    write(this.flags, null);
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(value));
    }
  } catch {
    // Full or forbidden: the page still holds everything and goes on sending.
  }
}
