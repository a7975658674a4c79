import { find, make } from './dom.ts';
import type { Sheet } from './sheet.ts';
import type { Store } from './store.ts';
import { texts } from './texts.ts';
import { look, positionOf, type Field } from './written.ts';

const flagIcon = '<svg width="16" height="16" aria-hidden="true"><path d="M3 15V2h10l-2.5 3.5L13 9H3"/></svg>';

/** The questions on the screen: one at a time or all, ticks, flags, and the palette to go from one to another. */
export class Questions {
  private readonly blocks: HTMLElement[];
  private readonly palette: HTMLButtonElement[];
  private readonly flags: HTMLButtonElement[] = [];
  private readonly flagged: Set<number>;
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly view: HTMLButtonElement;
  private readonly gives: HTMLButtonElement[] = [];
  private current = 0;

  constructor(private readonly form: HTMLFormElement, private readonly sheet: Sheet, private readonly store: Store) {
    this.blocks = Array.from(form.querySelectorAll<HTMLElement>('.question'));
    this.flagged = new Set(store.flagged);
    this.previous = find(form, '[data-previous]');
    this.next = find(form, '[data-next]');
    this.view = make('button', { type: 'button', class: 'btn btn-quiet paper-view' });
    this.palette = this.blocks.map((_, index) => this.entry(index));
    this.blocks.slice(0, sheet.length).forEach((block, index) => this.flags.push(this.flag(block, index)));
    find(form, '[data-side]').append(
      make('nav', { 'aria-label': texts.palette, class: 'palette' }, ...this.palette),
      make('p', { class: 'palette-legend', 'aria-hidden': 'true' },
        make('i', { class: 'answered' }), ` ${texts.answered} `, make('i', { class: 'flagged' }), ` ${texts.flagged} `, make('i'), ` ${texts.unanswered}`),
      this.view);
    this.view.addEventListener('click', () => this.all(!store.all));
    this.previous.addEventListener('click', () => this.go(this.current - 1));
    this.next.addEventListener('click', () => this.go(this.current + 1));
    // With all questions in sight the current one is where the hand is.
    this.blocks.forEach((block, index) => block.addEventListener('focusin', () => {
      if (store.all) {
        this.show(index);
      }
    }));
    this.all(store.all);
    this.show(Math.max(0, sheet.blank[0] ?? 0));
  }

  /** Numbers of the questions marked for review, from 1. */
  get toReview(): number[] {
    return [...this.flagged].sort((a, b) => a - b).map(position => position + 1);
  }

  /** The mask that is ticked at a position. */
  ticked(position: number): number {
    return this.inputs(position).reduce((mask, input) => (input.checked ? mask | (1 << Number(input.value)) : mask), 0);
  }

  /** Shows what the sheet holds. */
  refresh(): void {
    for (let position = 0; position < this.sheet.length; position++) {
      const mask = this.sheet.maskAt(position);
      if (this.gives.length > 0 && mask === 0) {
        continue; // what is ticked and not given yet
      }

      this.inputs(position).forEach(input => { input.checked = ((mask >> Number(input.value)) & 1) === 1; });
    }

    this.fields().forEach(field => {
      const text = this.sheet.textAt(positionOf(field));
      if (field !== document.activeElement && text !== field.value && (text !== '' || this.gives.length === 0)) {
        field.value = text;
      }

      look(field);
    });
    const guess = this.form.querySelector<HTMLInputElement>('#prediction');
    if (guess && guess !== document.activeElement) {
      guess.value = this.sheet.prediction === null ? '' : String(this.sheet.prediction);
    }

    this.paint();
  }

  /** Shows in palette and flags how each question stands. */
  paint(): void {
    this.palette.forEach((button, index) => {
      const answered = index < this.sheet.length ? this.sheet.answered(index) : this.sheet.prediction !== null;
      const flagged = this.flagged.has(index);
      button.className = [answered ? 'answered' : '', flagged ? 'flagged' : ''].join(' ').trim();
      button.setAttribute('aria-label', [this.name(index), answered ? texts.answered : texts.unanswered, ...(flagged ? [texts.flagged] : [])].join(', '));
      if (index === this.current) {
        button.setAttribute('aria-current', 'true');
      } else {
        button.removeAttribute('aria-current');
      }
    });
    this.gives.forEach((button, index) => {
      const given = this.sheet.answered(index);
      button.hidden = given;
      this.inputs(index).forEach(input => { input.disabled = given; });
      this.fields().filter(field => positionOf(field) === index).forEach(field => { field.disabled = given; });
    });
    this.flags.forEach((button, index) => button.setAttribute('aria-pressed', String(this.flagged.has(index))));
  }

  go(index: number): void {
    this.show(index);
    const block = this.blocks[this.current];
    if (this.store.all) {
      block?.scrollIntoView();
    } else {
      window.scrollTo(0, 0);
    }

    block?.querySelector<HTMLElement>('legend, label')?.focus({ preventScroll: true });
  }

  /** No more ticks: the paper is on its way. */
  lock(locked: boolean): void {
    this.blocks.forEach(block => {
      if (block instanceof HTMLFieldSetElement) {
        block.disabled = locked;
      } else {
        block.querySelectorAll('input').forEach(input => { input.disabled = locked; });
      }
    });
  }

  private show(index: number): void {
    this.current = Math.min(this.blocks.length - 1, Math.max(0, index));
    this.blocks.forEach((block, place) => block.classList.toggle('current', place === this.current));
    this.previous.disabled = this.current === 0;
    this.next.disabled = this.current === this.blocks.length - 1;
    this.paint();
  }

  private all(all: boolean): void {
    this.store.all = all;
    this.form.classList.toggle('one', !all);
    this.view.textContent = all ? texts.one : texts.all;
    this.previous.hidden = this.next.hidden = all;
  }

  private entry(index: number): HTMLButtonElement {
    const button = make('button', { type: 'button' }, index < this.sheet.length ? String(index + 1) : '★');
    button.addEventListener('click', () => this.go(index));
    return button;
  }

  private flag(block: HTMLElement, index: number): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'flag' }, texts.flag);
    button.insertAdjacentHTML('afterbegin', flagIcon);
    button.addEventListener('click', () => {
      if (!this.flagged.delete(index)) {
        this.flagged.add(index);
      }

      this.store.flagged = [...this.flagged];
      this.paint();
    });
    block.append(button);
    return button;
  }

  /** Where answers stay: adds to each question the button that gives its answer. */
  once(give: (position: number) => void): void {
    this.blocks.slice(0, this.sheet.length).forEach((block, position) => {
      const button = make('button', { type: 'button', class: 'btn btn-go give' }, texts.give);
      button.addEventListener('click', () => give(position));
      block.append(button);
      this.gives.push(button);
    });
  }

  /** Where something is written. */
  fields(): Field[] {
    return Array.from(this.form.querySelectorAll<Field>('[name^=t]'));
  }

  private inputs(position: number): HTMLInputElement[] {
    return Array.from(this.form.querySelectorAll<HTMLInputElement>(`input[name=q${position + 1}]`));
  }

  private name(index: number): string {
    return index < this.sheet.length ? texts.question(index + 1) : texts.guess;
  }
}
