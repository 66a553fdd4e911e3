// The search box of every page: typed words go to the app, which answers with hits by kind. A
// combobox with a list in groups, as the ARIA patterns describe it. The key / brings the reader here.

import { place } from '../picker/position.js';
import { isWriting } from '../review/keys.js';
import { element } from '../shared/element.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

const PAUSE = 120; // milliseconds after the last key before the app is asked

/** @typedef {{ address: string, name: string, more: string }} Hit */
/** @typedef {{ kind: string, label: string, count: string, more: string, options: Hit[] }} Group */
/**
 * @typedef {object} SearchData
 * @property {string} label
 * @property {string} placeholder
 * @property {string} typed
 * @property {Group[]} groups
 * @property {string | null} exact
 * @property {string} note
 * @property {string} status
 */

/** @type {SearchData} before the app has told anything */
const NOTHING = { label: '', placeholder: '', typed: '', groups: [], exact: null, note: '', status: '' };

/** @param {Record<string, string>} attributes @param {string} name @param {string} more */
function option(attributes, name, more) {
  return element('div', { role: 'option', 'aria-selected': 'false', ...attributes },
    element('span', { class: 'name' }, name), ' ', element('span', { class: 'more' }, more));
}

/** @param {Group} data */
function group({ kind, label, count, more, options }) {
  const head = element('div', { class: 'kind', 'aria-hidden': 'true' }, label, element('span', {}, count));
  const hits = options.map((hit) => option({ 'data-address': hit.address }, hit.name, hit.more));
  const rest = more ? [option({ 'data-kind': kind }, more, '')] : [];
  return element('div', { role: 'group', 'aria-label': `${label} ${count}` }, head, ...hits, ...rest);
}

class SearchBox {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.box = part(root, '.box');
    this.input = /** @type {HTMLInputElement} */ (part(root, '.input'));
    this.list = part(root, '.list');
    this.hits = part(root, '.hits');
    this.note = part(root, '.note');
    this.status = part(root, '.status');
    /** @type {SearchData} */
    this.data = { ...NOTHING };
    /** @type {(name: string, value: unknown) => void} */
    this.tell = () => {};
    this.waits = false;
    this.at = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.pressed = (/** @type {KeyboardEvent} */ event) => this.shortcut(event);
    this.listen(root);
  }

  /** @param {HTMLElement} root */
  listen(root) {
    this.input.oninput = () => { this.open(); this.ask(this.input.value); };
    this.input.onkeydown = (event) => this.key(event);
    this.box.onclick = () => { this.input.focus(); this.open(); };
    this.hits.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
    this.hits.onclick = (event) => {
      const item = /** @type {Element} */ (event.target).closest('[role=option]');
      this.take(/** @type {HTMLElement | null} */ (item), event.ctrlKey || event.metaKey);
    };
    root.addEventListener('focusout', ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    window.addEventListener('resize', () => { if (this.isOpen) place(this.list, this.box); });
  }

  /** The key / anywhere on the page, where nothing is being written. @param {KeyboardEvent} event */
  shortcut(event) {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
    if (event.key !== '/' || !isPlain || isWriting(event)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
    this.open();
  }

  /** @param {SearchData} data @param {(name: string, value: unknown) => void} tell */
  show(data, tell) {
    this.data = data;
    this.tell = tell;
    this.input.placeholder = data.placeholder;
    this.input.setAttribute('aria-label', data.label);
    this.hits.setAttribute('aria-label', data.label);
    this.hits.replaceChildren(...data.groups.map(group));
    this.items.forEach((item, at) => { item.id = `hit-${at}`; });
    this.note.textContent = data.note;
    this.note.hidden = !data.note;
    this.status.textContent = this.isOpen ? data.status : '';
    this.go(this.items.length ? 0 : -1);
    if (this.isOpen) place(this.list, this.box);
    if (this.waits && this.isFresh) this.enter();
  }

  get isOpen() { return this.input.getAttribute('aria-expanded') === 'true'; }

  get isFresh() { return this.data.typed === this.input.value.trim(); }

  /** The options of the list. */
  get items() { return /** @type {HTMLElement[]} */ ([...this.hits.querySelectorAll('[role=option]')]); }

  open() {
    if (this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'true');
    this.list.showPopover();
    place(this.list, this.box);
    this.go(this.items.length ? 0 : -1);
  }

  close() {
    this.waits = false;
    if (!this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'false');
    this.list.hidePopover();
    this.go(-1);
  }

  /** @param {string} text */
  ask(text) {
    clearTimeout(this.timer);
    const typed = text.trim();
    if (typed !== this.data.typed) this.timer = setTimeout(() => this.tell('typed', typed), PAUSE);
  }

  /** Opens a hit, in a tab of its own if wanted, or shows more of a kind. @param {HTMLElement | null | undefined} item */
  take(item, inNewTab = false) {
    const { address, kind } = item?.dataset ?? {};
    if (kind) this.tell('expanded', kind);
    if (!address) return;
    if (inNewTab) { window.open(address, '_blank', 'noopener'); return; }
    clearTimeout(this.timer);
    this.input.value = '';
    this.close();
    this.input.blur();
    this.tell('opened', address);
  }

  /** @param {number} at */
  go(at) {
    const all = this.items;
    this.at = at;
    all.forEach((item, place) => {
      item.classList.toggle('at', place === at);
      item.setAttribute('aria-selected', String(place === at));
    });
    if (!all[at]) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', all[at].id);
    if (this.isOpen) all[at].scrollIntoView({ block: 'nearest' });
  }

  // Enter before the app has answered waits for it, and opens only what is named in full.
  enter() {
    if (!this.isFresh) { this.waits = true; return; }
    const all = this.items;
    const { exact } = this.data;
    const item = this.waits ? all.find(({ dataset }) => exact && dataset.address === exact) : all[this.at];
    this.waits = false;
    this.take(item);
  }

  /** @param {number} step */
  walk(step) {
    const count = this.items.length;
    if (!this.isOpen) this.open();
    else if (count) this.go(this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count);
  }

  escape() {
    if (this.isOpen) { this.close(); return; }
    this.input.value = '';
    this.input.blur();
    this.ask('');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return; // Enter ends the choice of a Chinese character
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.walk(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && this.isOpen) this.enter();
    else if (key === 'Enter') this.open();
    else if (key === 'Escape') this.escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {import('../types').Component<SearchData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { search?: SearchBox }} */ (part(parentElement, '.search'));
  root.search ||= new SearchBox(root);
  const search = root.search;
  search.show(data, setTriggerValue);
  document.addEventListener('keydown', search.pressed); // once, however often it is added
  return () => document.removeEventListener('keydown', search.pressed);
}
