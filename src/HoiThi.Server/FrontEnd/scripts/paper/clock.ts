/**
 * The time left. The server says how much there is; performance.now() counts it down, which nobody can set. A reply
 * says that the deadline lies between "sent plus remaining" and "received plus remaining": the estimate is moved only
 * as far as to lie between the two, so that it does not jump with the network.
 */
export class Clock {
  private deadline: number;

  constructor(remaining: number, since: number, private readonly now: () => number = () => performance.now()) {
    this.deadline = since + remaining;
  }

  get remaining(): number {
    return Math.max(0, this.deadline - this.now());
  }

  /** Milliseconds since the deadline; 0 before it. */
  get overdue(): number {
    return Math.max(0, this.now() - this.deadline);
  }

  /** Takes what the server says; how many milliseconds later the deadline now is. */
  sync(remaining: number, sent: number, received: number): number {
    const before = this.deadline;
    this.deadline = Math.min(received + remaining, Math.max(sent + remaining, this.deadline));
    return this.deadline - before;
  }
}

/** As in 12:48. Rounded up, so that 0:00 means that there is nothing left. */
export function minutes(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
