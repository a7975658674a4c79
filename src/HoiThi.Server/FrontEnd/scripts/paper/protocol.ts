import type { Cell, Guess, Kept, Written } from './sheet.ts';

/** What came of asking the server. */
export type Outcome =
  | { kind: 'open'; remaining: number; answers: Cell[]; prediction: Guess; written: Written[]; sent: number; received: number }
  | { kind: 'over'; result: string }
  | { kind: 'signed-out' }
  | { kind: 'busy'; after: number }
  | { kind: 'lost' };

const patience = 15_000;

/** Saves; never throws. With `leaving` the browser finishes the request after the page is gone. */
export function save(attempt: string, kept: Kept, leaving = false): Promise<Outcome> {
  return ask('PUT', `/attempts/${attempt}/answers`, kept, leaving);
}

/** Submits; never throws. */
export function submit(attempt: string, kept: Kept): Promise<Outcome> {
  return ask('POST', `/attempts/${attempt}/submission`, kept, false);
}

async function ask(method: string, url: string, kept: Kept, leaving: boolean): Promise<Outcome> {
  const sent = performance.now();
  const abort = typeof AbortController === 'function' ? new AbortController() : null;
  const timer = setTimeout(() => abort?.abort(), patience);
  try {
    const response = await fetch(url, {
      method,
      body: JSON.stringify(kept),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: leaving,
      ...(abort && !leaving ? { signal: abort.signal } : {}),
    });
    return await read(response, sent);
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response: Response, sent: number): Promise<Outcome> {
  if (response.status === 401 || response.status === 403) {
    return { kind: 'signed-out' };
  }

  if (response.status === 429 || response.status === 503) {
    return { kind: 'busy', after: 1_000 * Math.min(60, Math.max(1, Number(response.headers.get('Retry-After')) || 3)) };
  }

  if (!response.ok && response.status !== 409) {
    return { kind: 'lost' };
  }

  const body = await response.json();
  return body.state === 'over'
    ? { kind: 'over', result: String(body.result) }
    : { kind: 'open', remaining: body.remaining, answers: body.answers, prediction: body.prediction, written: body.written ?? [], sent, received: performance.now() };
}
