// A field that finds things by any of their names, and keeps those that the reader chooses.

import { element } from '../shared/element.js';
import { place } from '../shared/list_position.js';
import { SearchField } from '../shared/search_field.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

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

const ANSWER_LIMIT_MS = 3000; // afterwards the app's value counts again

/** @type {PickerData} before the app has told anything */
const EMPTY_DATA = {
  label: '', words: {}, chosen: [], options: [], several: false, most: 1, clears: false, placeholder: '', typed: '',
  meant: null, note: '', status: '',
};

/** @extends {SearchField<PickerData>} */
class Picker extends SearchField {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, '.options', { ...EMPTY_DATA });
    this.label = part(root, '.label');
    this.chips = part(root, '.chips');
    this.clear = part(root, '.clear');
    /** @type {string | null} the codes that the app was told and has not yet answered */
    this.unansweredCodes = null;
    this.patience = 0;
    this.chips.onkeydown = (event) => this.move(event);
    this.box.onclick = ({ target }) => this.clicked(/** @type {Element} */ (target));
  }

  /** @param {PickerData} data @param {(name: string, value: unknown) => void} tell */
  show(data, tell) {
    this.data = this.current(data);
    this.notify = tell;
    this.showChosen(this.data);
    const known = new Set(this.codes);
    const options = data.options.map((choice, at) => option(choice, at, known.has(choice.code)));
    this.showOptions(options, data.label, Boolean(data.typed));
    if (!this.isOpen) this.closed();
    else place(this.list, this.box);
    if (this.isWaiting && this.isFresh) this.enter();
  }

  /** The answer to an earlier choice does not take back a later one. @param {PickerData} data @returns {PickerData} */
  current(data) {
    const isAnswer = String(data.chosen.map(({ code }) => code)) === this.unansweredCodes;
    if (isAnswer || performance.now() > this.patience) this.unansweredCodes = null;
    return this.unansweredCodes === null ? data : { ...data, chosen: this.data.chosen };
  }

  /** Shows the chosen things; a chip that has the focus, such as one that is moved, has it afterwards. @param {PickerData} data */
  showChosen({ label, words, chosen, several, placeholder, clears }) {
    this.label.textContent = label;
    this.chips.hidden = !several || !chosen.length;
    const code = /** @type {HTMLElement | null} */ (this.chips.querySelector('button:focus'))?.dataset.remove;
    this.chips.replaceChildren(...(several ? chosen.map((one) => chip(one, words)) : []));
    [...this.chips.querySelectorAll('button')].find(({ dataset }) => dataset.remove === code)?.focus();
    this.input.placeholder = chosen.length ? '' : placeholder;
    this.clear.hidden = !clears || !chosen.length;
    this.clear.setAttribute('aria-label', words.clear);
    this.clear.title = words.clear;
  }

  get codes() { return this.data.chosen.map(({ code }) => code); }

  opened() { this.ask(''); }

  closed() {
    this.input.value = this.data.several ? '' : (this.data.chosen[0] || { name: '' }).name;
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

  /** What is chosen is shown before the app has answered: the next key already counts from it. @param {string[]} codes */
  choose(codes) {
    const known = new Map([...this.data.options, ...this.data.chosen].map((choice) => [choice.code, choice]));
    this.data = { ...this.data, chosen: codes.flatMap((code) => known.get(code) ?? []) };
    this.showChosen(this.data);
    clearTimeout(this.timer);
    this.close();
    this.lastQuery = '';
    this.unansweredCodes = String(codes);
    this.patience = performance.now() + ANSWER_LIMIT_MS;
    this.notify('chosen', codes);
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
  }

  /** @param {HTMLElement | null | undefined} item */
  take(item) {
    const code = item?.dataset.code;
    if (code === undefined) return;
    if (!this.data.several) this.choose([code]);
    else if (this.codes.includes(code)) this.choose(this.codes.filter((one) => one !== code));
    else if (this.codes.length < this.data.most) this.choose([...this.codes, code]);
  }

  /** @param {HTMLElement} item */
  isMeant(item) { return item.dataset.code === this.data.meant; }

  /** The key for deletion takes the last chosen thing out of an empty field. @param {string} key */
  otherKey(key) {
    const takesOut = key === 'Backspace' && this.data.several && !this.input.value && this.codes.length;
    if (takesOut) this.choose(this.codes.slice(0, -1));
    return Boolean(takesOut) || super.otherKey(key);
  }
}

/** @param {import('../types').Component<PickerData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { picker?: Picker }} */ (part(parentElement, '.picker'));
  root.picker ||= new Picker(root);
  root.picker.show(data, setTriggerValue);
}
