// A field for a thing of the facts: what is typed is searched by the app, as everywhere in it.

import { element } from '../shared/element.js';

/** @import { Candidate, Column, Hits } from './types' */

const SEARCH_DELAY_MS = 120; // after the last key

export class ThingInput {
  /**
   * @param {Column} column @param {string} code @param {string} name
   * @param {{ onChange: (code: string) => void, onTyped: (text: string) => void }} tell
   */
  constructor(column, code, name, tell) {
    this.column = column;
    this.listener = tell;
    this.code = code;
    this.name = name;
    this.at = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    const list = `list-${column.name}`;
    this.input = element('input', {
      type: 'text', role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': list, id: `input-${column.name}`,
    });
    this.input.value = name;
    this.list = element('ul', { class: 'hits', role: 'listbox', id: list, 'aria-label': column.label });
    this.list.hidden = true;
    this.node = element('div', { class: 'thing' }, this.input, this.list);
    this.listen();
  }

  listen() {
    this.input.oninput = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.listener.onTyped(this.input.value.trim()), SEARCH_DELAY_MS);
      if (!this.input.value.trim()) this.take('', '');
    };
    this.input.onkeydown = (event) => this.key(event);
    this.input.onblur = () => { this.close(); this.input.value = this.name; };
    this.list.onpointerdown = (event) => {
      event.preventDefault();
      const item = /** @type {Element} */ (event.target).closest('li');
      if (item) this.take(item.dataset.code ?? '', item.dataset.name ?? '');
    };
  }

  /** Shows what may be meant. @param {Hits} hits */
  answer({ text, hits }) {
    if (text !== this.input.value.trim()) return;
    const items = hits.map(({ value, name, more }, place) => element(
      'li', { role: 'option', id: `hit-${this.column.name}-${place}`, 'data-code': value, 'data-name': name, 'aria-selected': 'false' },
      element('span', {}, name), ' ', element('span', { class: 'more' }, more || value)));
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.input.setAttribute('aria-expanded', String(items.length > 0));
    this.go(items.length ? 0 : -1);
  }

  /** @param {number} at */
  go(at) {
    this.at = at;
    const items = [...this.list.children];
    items.forEach((item, place) => item.setAttribute('aria-selected', String(place === at)));
    if (items[at]) this.input.setAttribute('aria-activedescendant', items[at].id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.go(-1);
  }

  /** @param {string} code @param {string} name */
  take(code, name) {
    this.code = code;
    this.name = name;
    this.input.value = name;
    this.close();
    this.listener.onChange(code);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.list.hidden) return;
    const items = /** @type {HTMLElement[]} */ ([...this.list.children]);
    if (event.key === 'ArrowDown') this.go((this.at + 1) % items.length);
    else if (event.key === 'ArrowUp') this.go((this.at + items.length - 1) % items.length);
    else if (event.key === 'Enter' && items[this.at]) this.take(items[this.at].dataset.code ?? '', items[this.at].dataset.name ?? '');
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
