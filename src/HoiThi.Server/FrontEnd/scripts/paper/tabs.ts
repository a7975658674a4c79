import type { Kept } from './sheet.ts';

/** Tells other tabs of the same attempt what was ticked, and hears it from them; the server merges whatever happens. */
export function tabs(attempt: string, hear: (kept: Kept | 'over') => void): (kept: Kept | 'over') => void {
  const name = `paper-tabs-${attempt}`;
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(name);
    channel.onmessage = event => hear(event.data);
    return message => channel.postMessage(message);
  }

  // A value written to local storage is an event in every other tab.
  window.addEventListener('storage', event => {
    if (event.key === name && event.newValue) {
      hear(JSON.parse(event.newValue));
    }
  });
  return message => {
    try {
      localStorage.setItem(name, JSON.stringify(message));
      localStorage.removeItem(name);
    } catch {
      // Then the other tab learns of it by its next save.
    }
  };
}
