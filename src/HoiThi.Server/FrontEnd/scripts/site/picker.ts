import { fold } from './fold.ts';

const shown = 60;

interface Item {
  readonly value: string;
  readonly name: string;
  readonly about: string;
  readonly words: string;
}

/** Turns <select data-picker> into a field to type in (the ARIA combobox pattern); the select goes on carrying the value. */
export function pickers(): void {
  document.querySelectorAll<HTMLSelectElement>('select[data-picker]').forEach(picker);
}

function picker(select: HTMLSelectElement): void {
  const items: Item[] = Array.from(select.options).filter(option => option.value).map(option => {
    const about = option.dataset['about'] ?? '';
    return { value: option.value, name: option.text, about, words: ' ' + fold(option.text + ' ' + about) };
  });
  const input = document.createElement('input');
  const list = document.createElement('ul');
  const box = document.createElement('div');
  let found: Item[] = [];
  let active = -1;

  box.className = 'picker';
  list.id = select.id + '-list';
  list.hidden = true;
  set(list, { role: 'listbox' });
  input.className = 'form-control';
  input.placeholder = select.dataset['placeholder'] ?? '';
  input.value = select.value ? select.selectedOptions[0]?.text ?? '' : '';
  set(input, { type: 'text', role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id });
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name);
    if (value) {
      input.setAttribute(name, value);
    }
  }

  // The label and links to the error lead to what can be typed in.
  input.id = select.id;
  select.id += '-value';
  input.required = select.required;
  select.required = false;
  select.hidden = true;
  select.before(box);
  box.append(input, list);

  input.addEventListener('input', () => {
    select.value = '';
    open();
  });
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', open);
  input.addEventListener('keydown', keys);
  input.addEventListener('blur', () => {
    const typed = fold(input.value);
    const exact = items.filter(item => fold(item.name) === typed);
    if (!select.value && exact.length === 1 && exact[0]) {
      choose(exact[0]);
    }

    input.setCustomValidity(input.value && !select.value ? select.dataset['none'] ?? ' ' : '');
    close();
  });
  // mousedown, not click: the list must not close by the blur before the choice is made.
  list.addEventListener('mousedown', event => {
    event.preventDefault();
    const index = Array.from(list.children).indexOf((event.target as Element).closest('li') as Element);
    const item = found[index];
    if (item) {
      choose(item);
    }
  });

  function open(): void {
    const words = fold(select.value ? '' : input.value).split(' ');
    found = items.filter(item => words.every(word => item.words.includes(' ' + word))).slice(0, shown);
    if (found.length === 0) {
      found = items.filter(item => words.every(word => item.words.includes(word))).slice(0, shown);
    }

    list.textContent = '';
    found.forEach((item, index) => {
      const line = list.appendChild(document.createElement('li'));
      line.id = list.id + index;
      line.textContent = item.name;
      line.setAttribute('role', 'option');
      if (item.about) {
        line.appendChild(document.createElement('small')).textContent = item.about;
      }
    });
    if (found.length === 0) {
      const line = list.appendChild(document.createElement('li'));
      line.className = 'none';
      set(line, { role: 'option', 'aria-disabled': 'true' });
      line.textContent = select.dataset['none'] ?? '';
    }

    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(found.length > 0 && input.value ? 0 : -1);
  }

  function close(): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(item: Item): void {
    select.value = item.value;
    input.value = item.name;
    input.setCustomValidity('');
    close();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function mark(index: number): void {
    active = index;
    Array.from(list.children).forEach((line, place) => line.setAttribute('aria-selected', String(place === index)));
    const line = list.children[index];
    if (line && found[index]) {
      input.setAttribute('aria-activedescendant', line.id);
      list.scrollTop = Math.max(0, (line as HTMLElement).offsetTop - list.clientHeight / 2);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function keys(event: KeyboardEvent): void {
    const item = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        open();
      } else if (found.length > 0) {
        mark((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
      }
    } else if (event.key === 'Enter' && !list.hidden && item) {
      event.preventDefault();
      choose(item);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      close();
    }
  }
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
}
