// The paper. The page is a form that works without this; here it gets a clock, saves and a palette. If something in
// here fails at the start, the form stays as it was.
import { Clock } from './paper/clock.ts';
import { deadlines } from './paper/deadline.ts';
import { find } from './paper/dom.ts';
import { save, submit, type Outcome } from './paper/protocol.ts';
import { Questions } from './paper/questions.ts';
import { Saver, type SaveState } from './paper/saver.ts';
import { Sheet, type Kept, type Written } from './paper/sheet.ts';
import { Store } from './paper/store.ts';
import { Submission } from './paper/submission.ts';
import { tabs } from './paper/tabs.ts';
import { texts } from './paper/texts.ts';
import { Top } from './paper/top.ts';
import { look, positionOf, type Field } from './paper/written.ts';

/** Looking at the page again asks the server for the time left, but not more often than this. */
const resync = 10_000;

/** A deadline that comes so much later was moved; less is the network's. */
const noticeable = 20_000;

function start(form: HTMLFormElement): void {
  const data = form.dataset;
  const attempt = data['attempt'] ?? '';
  const grace = Number(data['grace']);
  const once = data['once'] === '1';
  const store = new Store(attempt);
  const sheet = new Sheet(JSON.parse(data['answers'] ?? '[]'), JSON.parse(data['prediction'] ?? '[null,0]'), written(form));
  sheet.take(store.kept);
  store.kept = sheet.pending;

  const clock = new Clock(Number(data['remaining']), responseStart());
  const questions = new Questions(form, sheet, store);
  let saveState: SaveState = 'idle';
  let submitting = false;
  let gone = false;
  let lastSync = performance.now();

  const saver = new Saver(sheet, {
    send: (kept, leaving) => save(attempt, kept, leaving),
    reply,
    state: state => {
      saveState = state;
      if (!submitting) {
        top.saved(state, sheet);
      }
    },
  });
  const top = new Top(form, clock, Number(data['total']), () => submission.timeUp(grace));
  const submission = new Submission(form, sheet, questions, top, clock, {
    send: kept => submit(attempt, kept),
    over,
    started: () => {
      if (once) {
        // Everything that is ticked is given with the paper.
        for (let position = 0; position < sheet.length; position++) {
          give(position);
        }
      }

      submitting = true;
      saver.stop();
    },
    released: () => {
      submitting = false;
      saver.resume();
    },
  });
  const tell = tabs(attempt, heard => {
    if (heard === 'over') {
      over(`/attempts/${attempt}/result`);
    } else if (!submitting) {
      sheet.take(heard);
      questions.refresh();
    }
  });

  const stop = deadlines(attempt, (data['join'] ?? '').replace(/join$/, 'deadlines'), responseStart(), heard);

  function reply(outcome: Outcome): void {
    if (outcome.kind === 'over') {
      over(outcome.result);
    } else if (outcome.kind === 'open') {
      lastSync = performance.now();
      heard(outcome.remaining, outcome.sent, outcome.received);
      const changed = sheet.acknowledge(outcome.answers, outcome.prediction, outcome.written);
      store.kept = sheet.pending;
      questions.refresh();
      if (changed.length > 0) {
        top.note(texts.elsewhere(changed.map(position => position + 1).join(', ')));
      }
    }
  }

  function heard(remaining: number, sent: number, received: number): void {
    const later = clock.sync(remaining, sent, received);
    if (later > noticeable) {
      top.longer(later);
    }
  }

  function over(result: string): void {
    // Two tabs tell each other; without this each would begin to leave anew whenever it hears the other.
    if (gone) {
      return;
    }

    gone = true;
    stop();
    saver.stop();
    store.clear();
    tell('over');
    location.replace(result);
  }

  function give(position: number): void {
    if (!sheet.answered(position)) {
      sheet.tick(position, questions.ticked(position));
      questions.fields().filter(field => positionOf(field) === position && look(field)).forEach(field => sheet.write(position, field.value));
      changed();
    }
  }

  function changed(): void {
    const pending: Kept = sheet.pending;
    store.kept = pending;
    tell(pending);
    questions.paint();
    saver.ticked();
    top.saved(saveState, sheet);
  }

  form.addEventListener('change', event => {
    const position = Number(/^q(\d+)$/.exec((event.target as HTMLInputElement).name)?.[1]) - 1;
    if (position >= 0 && !once) {
      sheet.tick(position, questions.ticked(position));
      changed();
    }
  });
  form.addEventListener('input', event => {
    const field = event.target as Field;
    const position = positionOf(field);
    // What is no number is not sent; the server would keep the one before.
    if (position >= 0 && look(field) && !once) {
      sheet.write(position, field.value);
      changed();
    }
  });
  form.querySelector<HTMLInputElement>('#prediction')?.addEventListener('input', event => {
    const input = event.target as HTMLInputElement;
    sheet.predict(input.value !== '' && input.validity.valid ? Number(input.value) : null);
    changed();
  });
  form.addEventListener('submit', event => event.preventDefault());
  find(form, '[data-submit]').addEventListener('click', () => submission.ask());

  window.addEventListener('online', () => {
    saver.again();
    submission.again();
  });
  window.addEventListener('pagehide', () => saver.leave());
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      void saver.flush();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      saver.leave();
    } else if (saveState !== 'idle' || performance.now() - lastSync > resync) {
      // The phone may have slept, and its counters with it.
      void saver.flush();
      submission.again();
    }
  });

  if (once) {
    questions.once(give);
  }

  questions.refresh();
  top.saved('idle', sheet);
  form.classList.add('live');
  if (sheet.pendingCount > 0) {
    saver.ticked();
  }
}

/** The texts that the server has: their numbers are in the form, they themselves in their fields. */
function written(form: HTMLFormElement): Written[] {
  const sequences: [number, number][] = JSON.parse(form.dataset['written'] ?? '[]');
  return sequences.map(([position, sequence]) => [position, form.querySelector<Field>(`[name=t${position + 1}]`)?.value ?? '', sequence]);
}

/** When the page's bytes began to arrive; the server counted the time left just before. */
function responseStart(): number {
  const entries = performance.getEntriesByType ? performance.getEntriesByType('navigation') : [];
  const navigation = entries[0] as PerformanceNavigationTiming | undefined;
  return Math.min(performance.now(), navigation?.responseStart ?? 0);
}

const form = document.querySelector<HTMLFormElement>('form.paper');
if (form) {
  start(form);
}
