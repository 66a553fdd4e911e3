// A field that finds things by any of their names: the typed text goes to the app, which answers
// with what may be meant. A combobox with a list, as the ARIA patterns describe it.

import { enterPanel, place } from './position.js';
import { element } from '../shared/element.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

const PAUSE = 120; // milliseconds after the last key before the app is asked

/** @typedef {{ code: string, name: string, more?: string }} Choice */
/**
 * @typedef {object} PickerData
 * @property {string} label
 * @property {Record<string, string>} words
 * @property {Choice[]} chosen
 * @property {Choice[]} options
 * @property {boolean} several
 * @property {number} most
 * @property {boolean} clears
 * @property {string} placeholder
 * @property {string} typed
 * @property {string | null} meant
 * @property {string} note
 * @property {string} status
 */

/** @param {Choice} choice @param {Record<string, string>} words */
function chip({ code, name }, words) {
  const label = words.remove.replace('{name}', name);
  const cross = element('span', { 'aria-hidden': 'true' }, '✕');
  const button = element('button', { type: 'button', 'data-remove': code, 'aria-label': label, title: label }, cross);
  return element('li', {}, element('span', {}, name), button);
}

/** @param {Choice} choice @param {number} place @param {boolean} isChosen */
function option({ code, name, more }, place, isChosen) {
  const attributes = { role: 'option', id: `option-${place}`, 'data-code': code, 'aria-selected': String(isChosen) };
  return element('li', attributes, element('span', { class: 'name' }, name), ' ', element('span', { class: 'more' }, more ?? ''));
}

/** @type {PickerData} before the app has told anything */
const NOTHING = {
  label: '', words: {}, chosen: [], options: [], several: false, most: 1, clears: false, placeholder: '', typed: '',
  meant: null, note: '', status: '',
};

class Picker {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.label = part(root, '.label');
    this.box = part(root, '.box');
    this.chips = part(root, '.chips');
    this.input = /** @type {HTMLInputElement} */ (part(root, '.input'));
    this.clear = part(root, '.clear');
    this.list = part(root, '.list');
    this.options = part(root, '.options');
    this.note = part(root, '.note');
    this.status = part(root, '.status');
    /** @type {PickerData} */
    this.data = { ...NOTHING };
    /** @type {(name: string, value: unknown) => void} */
    this.tell = () => {};
    /** @type {string | null | undefined} the code of a chip that was moved and takes the focus again */
    this.moved = null;
    this.asked = '';
    this.waits = false;
    this.at = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.listen(root);
  }

  /** @param {HTMLElement} root */
  listen(root) {
    this.input.oninput = () => { this.open(); this.ask(this.input.value); };
    this.input.onkeydown = (event) => this.key(event);
    this.chips.onkeydown = (event) => this.move(event);
    this.box.onclick = ({ target }) => this.clicked(/** @type {Element} */ (target));
    this.options.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
    this.options.onclick = ({ target }) =>
      this.take(/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[role=option]')));
    root.addEventListener('focusout', ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    const follow = () => { if (this.isOpen) place(this.list, this.box); };
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
  }

  /** @param {PickerData} data @param {(name: string, value: unknown) => void} tell */
  show(data, tell) {
    this.data = data;
    this.tell = tell;
    this.showChosen(data);
    this.showOptions(data);
    if (!this.isOpen) this.restore();
    else place(this.list, this.box);
    if (this.waits && this.isFresh) this.enter();
  }

  /** @param {PickerData} data */
  showChosen({ label, words, chosen, several, placeholder, clears }) {
    this.label.textContent = label;
    this.chips.hidden = !several || !chosen.length;
    this.chips.replaceChildren(...(several ? chosen.map((one) => chip(one, words)) : []));
    if (this.moved) [...this.chips.querySelectorAll('button')].find(({ dataset }) => dataset.remove === this.moved)?.focus();
    this.moved = null;
    this.input.placeholder = chosen.length ? '' : placeholder;
    this.clear.hidden = !clears || !chosen.length;
    this.clear.setAttribute('aria-label', words.clear);
    this.clear.title = words.clear;
  }

  /** @param {PickerData} data */
  showOptions({ label, options, typed, note, status }) {
    const known = new Set(this.codes);
    this.options.setAttribute('aria-label', label);
    this.options.replaceChildren(...options.map((one, at) => option(one, at, known.has(one.code))));
    this.note.textContent = note;
    this.note.hidden = !note;
    this.status.textContent = this.isOpen ? status : '';
    this.go(typed && options.length ? 0 : -1);
  }

  get isOpen() { return this.input.getAttribute('aria-expanded') === 'true'; }

  get isFresh() { return this.data.typed === this.asked; }

  /** The options of the list. */
  get items() { return /** @type {HTMLElement[]} */ ([...this.options.children]); }

  get codes() { return this.data.chosen.map(({ code }) => code); }

  open() {
    if (this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'true');
    this.list.showPopover();
    place(this.list, this.box);
    this.ask('');
  }

  close() {
    this.waits = false;
    if (!this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'false');
    this.list.hidePopover();
    this.restore();
    this.go(-1);
  }

  restore() {
    this.input.value = this.data.several ? '' : (this.data.chosen[0] || { name: '' }).name;
  }

  /** @param {string} text */
  ask(text) {
    clearTimeout(this.timer);
    this.asked = text.trim();
    if (!this.isFresh) this.timer = setTimeout(() => this.tell('typed', this.asked), PAUSE);
  }

  /** @param {Element} target */
  clicked(target) {
    const button = target.closest('button');
    if (button === this.clear) this.choose([]);
    else if (button) this.choose(this.codes.filter((one) => one !== button.dataset.remove));
    this.input.focus();
    if (button || this.isOpen) return;
    this.open();
    this.input.select();
  }

  /** @param {string[]} codes */
  choose(codes) {
    clearTimeout(this.timer);
    this.close();
    this.asked = '';
    this.tell('chosen', codes);
  }

  /** What is chosen stands in the order of choosing; the arrow keys move it. @param {KeyboardEvent} event */
  move(event) {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const code = /** @type {Element} */ (event.target).closest('button')?.dataset.remove ?? '';
    const from = this.codes.indexOf(code);
    if (!step || !this.codes[from + step]) return;
    event.preventDefault();
    const codes = this.codes;
    codes.splice(from + step, 0, codes.splice(from, 1)[0]);
    this.choose(codes);
    this.moved = code;
  }

  /** @param {HTMLElement | null | undefined} item */
  take(item) {
    const code = item?.dataset.code;
    if (code === undefined) return;
    if (!this.data.several) this.choose([code]);
    else if (this.codes.includes(code)) this.choose(this.codes.filter((one) => one !== code));
    else if (this.codes.length < this.data.most) this.choose([...this.codes, code]);
  }

  /** @param {number} at */
  go(at) {
    const all = this.items;
    this.at = at;
    all.forEach((one, place) => one.classList.toggle('at', place === at));
    if (!all[at]) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', all[at].id);
    if (this.isOpen) all[at].scrollIntoView({ block: 'nearest' });
  }

  // Enter before the app has answered waits for it, and takes only what is named in full.
  enter() {
    if (!this.isFresh) { this.waits = true; return; }
    const all = this.items;
    const item = this.waits ? all.find(({ dataset }) => dataset.code === this.data.meant) : all[this.at];
    this.waits = false;
    this.take(item);
  }

  /** @param {number} step */
  walk(step) {
    const count = this.options.children.length;
    if (!this.isOpen) this.open();
    else if (count) this.go(this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key } = event;
    const isEmpty = this.data.several && !this.input.value;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.walk(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && this.isOpen) this.enter();
    else if (key === 'Enter') this.open();
    else if (key === 'Escape' && this.isOpen) this.close();
    else if (key === 'Backspace' && isEmpty && this.codes.length) this.choose(this.codes.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not what the field stands in
  }
}

/** @param {import('../types').Component<PickerData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { picker?: Picker }} */ (part(parentElement, '.picker'));
  if (!root.picker) enterPanel(root);
  root.picker ||= new Picker(root);
  root.picker.show(data, setTriggerValue);
}
