// A field for a thing of the facts: what is typed is searched by the app, as everywhere in it. The
// last choice is a new thing of the typed name.

import { element } from '../shared/element.js';

/** @import { Candidate, Column, Hits } from './types' */

const SEARCH_DELAY_MS = 120; // after the last key
export const NEW_PREFIX = 'new:'; // the beginning of a cell that names a thing which the facts lack

export class ThingInput {
  /**
   * @param {Column} column @param {string} code @param {string} name
   * @param {{ onChange: (code: string) => void, onTyped: (text: string) => void, newThing: string }} tell
   * `newThing` are the words before a new thing's name; without them none is offered
   */
  constructor(column, code, name, tell) {
    this.column = column;
    this.listener = tell;
    this.code = code;
    this.name = name;
    this.at = -1;
    /** @type {Hits} the last answer */
    this.answered = { column: column.name, text: '', hits: [] };
    this.isEntered = false; // Enter was pressed before the answer came
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
      this.isEntered = false;
      this.search(SEARCH_DELAY_MS);
      if (!this.typedText) this.take('', '');
    };
    this.input.onkeydown = (event) => this.key(event);
    this.input.onblur = () => { this.close(); this.leave(); };
    this.list.onpointerdown = (event) => {
      event.preventDefault();
      const item = /** @type {Element} */ (event.target).closest('li');
      if (item) this.takeItem(item);
    };
  }

  get typedText() { return this.input.value.trim(); }

  /** @param {number} delay */
  search(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.listener.onTyped(this.typedText), delay);
  }

  /** Shows what may be meant. @param {Hits} answer */
  answer(answer) {
    if (answer.text !== this.typedText) return;
    this.answered = answer;
    if (!this.input.matches(':focus')) { this.leave(); return; }
    const items = answer.hits.map(({ value, name, more }) => this.item({ 'data-code': value, 'data-name': name },
      element('span', {}, name), ' ', element('span', { class: 'more' }, more || value)));
    if (this.listener.newThing && answer.text && !this.namesakes.length) {
      const cell = { 'data-code': NEW_PREFIX + answer.text, 'data-name': answer.text };
      items.push(this.item(cell, element('span', { class: 'new' }, `${this.listener.newThing}: ${answer.text}`)));
    }
    items.forEach((item, place) => { item.id = `hit-${this.column.name}-${place}`; });
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.input.setAttribute('aria-expanded', String(items.length > 0));
    this.go(items.length ? 0 : -1);
    if (this.isEntered && answer.hits.length) this.takeItem(items[0]);
    this.isEntered = false;
  }

  /** The things of the answer that have just the typed name. */
  get namesakes() { return this.answered.hits.filter(({ name }) => name === this.answered.text); }

  /** @param {Record<string, string>} data @param {(Node | string)[]} content */
  item(data, ...content) {
    return element('li', { role: 'option', 'aria-selected': 'false', ...data }, ...content);
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

  /** The name of one thing counts as it is typed; other letters give way to the name of before. */
  leave() {
    if (this.typedText === this.name || this.typedText !== this.answered.text) return; // as it was, or not yet answered
    const [namesake, ...others] = this.namesakes;
    if (namesake && !others.length) this.take(namesake.value, namesake.name);
    else this.input.value = this.name;
  }

  /** @param {HTMLElement} item */
  takeItem(item) {
    this.take(item.dataset.code ?? '', item.dataset.name ?? '');
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
    const items = /** @type {HTMLElement[]} */ ([...this.list.children]);
    if (event.key === 'Enter' && this.list.hidden && this.typedText !== this.name) {
      this.isEntered = true; // what is typed has no answer yet: the form must not be sent with the old thing
      this.search(0);
    } else if (this.list.hidden) return;
    else if (event.key === 'ArrowDown') this.go((this.at + 1) % items.length);
    else if (event.key === 'ArrowUp') this.go((this.at + items.length - 1) % items.length);
    else if (event.key === 'Enter' && items[this.at]) this.takeItem(items[this.at]);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
