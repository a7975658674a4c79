import { texts } from './texts.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The place in the paper of a field that is written in, from 0; -1 for another. */
export function positionOf(field: Element): number {
  return Number(/^t(\d+)$/.exec((field as Field).name ?? '')?.[1] ?? 0) - 1;
}

/** Says how many words there are, and of a number that cannot be taken why; false where nothing can be kept. */
export function look(field: Field): boolean {
  if (field instanceof HTMLInputElement) {
    field.setCustomValidity(field.value.trim() === '' || isNumber(field.value) ? '' : texts.badNumber);
    return field.validity.valid;
  }

  const box = field.parentElement?.querySelector<HTMLElement>('[data-words]');
  const digits = box?.querySelector('b');
  if (box && digits) {
    const words = field.value.trim() === '' ? 0 : field.value.trim().split(/\s+/).length;
    digits.textContent = String(words);
    box.classList.toggle('too-many', words > Number(box.dataset['words']));
  }

  return true;
}

/** The server's rule: a comma or a point before the decimals, groups of three apart; nothing that could be two numbers. */
export function isNumber(text: string): boolean {
  const digits = text.trim().replace(/^[-−+]\s*/, '');
  const groups = '[1-9]\\d{0,2}(?:([ .,\\u00A0\\u202F\\u2009])\\d{3})(?:\\1\\d{3})*';
  return digits.replace(/\D/g, '').length <= 28
    && !/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
    && (/^\d+([.,]\d+)?$/.test(digits) || new RegExp(`^${groups}$`).test(digits) || new RegExp(`^${groups}(?!\\1)[.,]\\d+$`).test(digits));
}
