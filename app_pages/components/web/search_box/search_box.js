// The search box of every page: typed words go to the app, which answers with hits in groups by kind.
// The key / brings the reader here.

import { isWriting } from '../review/keys.js';
import { takeEarlyTyping, leave } from '../shared/early_typing.js';
import { element } from '../shared/element.js';
import { place } from '../shared/list_position.js';
import { SearchField } from '../shared/search_field.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

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
const EMPTY_DATA = { label: '', placeholder: '', typed: '', groups: [], exact: null, note: '', status: '' };

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

/** @extends {SearchField<SearchData>} */
class SearchBox extends SearchField {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, '.hits', { ...EMPTY_DATA });
    this.pressed = (/** @type {KeyboardEvent} */ event) => this.shortcut(event);
    this.box.onclick = () => { this.input.focus(); this.open(); };
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
    this.notify = tell;
    this.input.placeholder = data.placeholder;
    this.input.setAttribute('aria-label', data.label);
    this.showOptions(data.groups.map(group), data.label, true);
    if (this.isOpen) place(this.list, this.box);
    if (this.isWaiting && this.isFresh) this.enter();
  }

  /** Takes what was typed before the box was there. @param {string} typed */
  takeEarly(typed) {
    this.input.focus();
    this.input.value = typed;
    this.open();
    this.ask(typed);
  }

  get isFresh() { return this.data.typed === this.input.value.trim(); }

  opened() { this.go(this.items.length ? 0 : -1); }

  /** Opens a hit, in a tab of its own if wanted, or shows more of a kind. @param {HTMLElement | null | undefined} item */
  take(item, inNewTab = false) {
    const { address, kind } = item?.dataset ?? {};
    if (kind) this.notify('expanded', kind);
    if (!address) return;
    if (inNewTab) { window.open(address, '_blank', 'noopener'); return; }
    clearTimeout(this.timer);
    this.input.value = '';
    this.close();
    this.input.blur();
    this.notify('opened', address);
  }

  /** @param {number} at */
  go(at) {
    this.items.forEach((item, place) => {
      item.id = `hit-${place}`;
      item.setAttribute('aria-selected', String(place === at));
    });
    super.go(at);
  }

  /** @param {HTMLElement} item */
  isMeant({ dataset }) { return Boolean(dataset.address) && dataset.address === this.data.exact; }

  /** Escape closes the list, and then leaves the box. @param {string} key */
  otherKey(key) {
    if (super.otherKey(key) || key !== 'Escape') return key === 'Escape';
    this.input.value = '';
    this.input.blur();
    this.ask('');
    return true;
  }
}

/** @param {import('../types').Component<SearchData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement & { search?: SearchBox }} */ (part(parentElement, '.search'));
  root.search ||= new SearchBox(root);
  const search = root.search;
  search.show(data, setTriggerValue);
  document.addEventListener('keydown', search.pressed); // once, however often it is added
  const early = takeEarlyTyping();
  if (early !== null) search.takeEarly(early);
  return () => {
    document.removeEventListener('keydown', search.pressed);
    leave();
  };
}
