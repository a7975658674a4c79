/** Between two questions whether deadlines were moved; half a minute is the most that a move may take to be seen. */
const every = 14_000;
const spread = 4_000;

/** The answer is some seconds old when it comes: of other nodes, and out of a cache. */
const slack = 10_000;

/**
 * Learns that the time of this paper was extended. What is asked is the same for all who sit, so that the server answers
 * from memory; only who is concerned asks for the own time.
 */
export function deadlines(attempt: string, moves: string, since: number, told: (remaining: number, sent: number, received: number) => void): () => void {
  const round = roundOf(attempt);
  const own = hashOf(attempt);
  let asked = since;
  let stopped = false;

  async function look(): Promise<void> {
    if (document.visibilityState !== 'hidden') {
      const found = await json(moves);
      if (found) {
        const now = performance.now();
        const all = now - Number(found.all?.[round] ?? Infinity);
        const one = now - Number(found.some?.[own] ?? Infinity);
        if (Math.max(all, one) > asked - slack) {
          // Everybody hears of it in the same seconds; they need not ask in the same.
          setTimeout(() => void ask(), one > asked - slack ? 0 : Math.random() * spread);
        }
      }
    }

    again();
  }

  async function ask(): Promise<void> {
    const sent = performance.now();
    const found = await json(`/attempts/${attempt}/deadline`);
    if (found && !stopped) {
      asked = sent + slack;
      told(Number(found.remaining), sent, performance.now());
    }
  }

  function again(): void {
    if (!stopped) {
      setTimeout(() => void look(), every + Math.random() * spread);
    }
  }

  again();
  return () => { stopped = true; };
}

/** As the server computes it. */
export function hashOf(attempt: string): string {
  let hash = 2_166_136_261;
  for (let index = 0; index < attempt.length; index++) {
    hash = Math.imul(hash ^ attempt.charCodeAt(index), 16_777_619) >>> 0;
  }

  return hash.toString(16).padStart(8, '0');
}

/** The round's number stands in the id: bytes 18 and 19. */
export function roundOf(attempt: string): number {
  const bytes = atob(attempt.slice(24, 28).replace(/-/g, '+').replace(/_/g, '/'));
  return bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1);
}

async function json(address: string): Promise<any> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
