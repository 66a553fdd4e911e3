// A field that finds things while one types: the text goes to the app, which answers with what may be
// meant. A combobox with a list, as the ARIA patterns describe it.

import { place } from './list_position.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

const SEARCH_DELAY_MS = 120; // after the last key

/**
 * @template {{ typed: string, note: string, status: string }} Data
 */
export class SearchField {
  /** @param {HTMLElement} root @param {string} options the selector of what holds the options @param {Data} data before the app has told anything */
  constructor(root, options, data) {
    this.box = part(root, '.box');
    this.input = /** @type {HTMLInputElement} */ (part(root, '.input'));
    this.list = part(root, '.list');
    this.options = part(root, options);
    this.note = part(root, '.note');
    this.status = part(root, '.status');
    this.data = data;
    /** @type {(name: string, value: unknown) => void} */
    this.notify = () => {};
    this.lastQuery = '';
    this.isWaiting = false;
    this.at = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.listen(root);
  }

  /** @param {HTMLElement} root */
  listen(root) {
    this.input.oninput = () => { this.open(); this.ask(this.input.value); };
    this.input.onkeydown = (event) => this.key(event);
    this.options.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
    this.options.onclick = (event) => {
      const item = /** @type {Element} */ (event.target).closest('[role=option]');
      this.take(/** @type {HTMLElement | null} */ (item), event.ctrlKey || event.metaKey);
    };
    root.addEventListener('focusout', ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    const follow = () => { if (this.isOpen) place(this.list, this.box); };
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
  }

  /** Shows the options of an answer; the first of them is at hand if `isFirst`. @param {Node[]} options @param {string} label @param {boolean} isFirst */
  showOptions(options, label, isFirst) {
    this.options.setAttribute('aria-label', label);
    this.options.replaceChildren(...options);
    this.note.textContent = this.data.note;
    this.note.hidden = !this.data.note;
    this.status.textContent = this.isOpen ? this.data.status : '';
    this.go(isFirst && this.items.length ? 0 : -1);
  }

  get isOpen() { return this.input.getAttribute('aria-expanded') === 'true'; }

  get isFresh() { return this.data.typed === this.lastQuery; }

  /** The options of the list. */
  get items() { return /** @type {HTMLElement[]} */ ([...this.options.querySelectorAll('[role=option]')]); }

  open() {
    if (this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'true');
    this.list.showPopover();
    place(this.list, this.box);
    this.opened();
  }

  opened() {}

  close() {
    this.isWaiting = false;
    if (!this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'false');
    this.list.hidePopover();
    this.closed();
    this.go(-1);
  }

  closed() {}

  /** @param {string} text */
  ask(text) {
    clearTimeout(this.timer);
    this.lastQuery = text.trim();
    if (!this.isFresh) this.timer = setTimeout(() => this.notify('typed', this.lastQuery), SEARCH_DELAY_MS);
  }

  /** Takes an option, in a tab of its own if wanted. @param {HTMLElement | null | undefined} item @param {boolean} inNewTab */
  take(item, inNewTab = false) { throw new Error(`nothing takes ${item?.id} ${inNewTab}`); }

  /** Whether an option is what the typed text names in full. @param {HTMLElement} item @returns {boolean} */
  isMeant(item) { return !item; }

  /** @param {number} at */
  go(at) {
    const all = this.items;
    this.at = at;
    all.forEach((item, place) => item.classList.toggle('at', place === at));
    if (!all[at]) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', all[at].id);
    if (this.isOpen) all[at].scrollIntoView({ block: 'nearest' });
  }

  // Enter before the app has answered waits for it, and takes only what is named in full or has no other beside it.
  enter() {
    if (!this.isFresh) { this.isWaiting = true; return; }
    const all = this.items;
    const sole = all.length === 1 ? all[0] : undefined;
    const item = this.isWaiting ? all.find((option) => this.isMeant(option)) ?? sole : all[this.at];
    this.isWaiting = false;
    this.take(item);
  }

  /** @param {number} step */
  walk(step) {
    const count = this.items.length;
    if (!this.isOpen) this.open();
    else if (count) this.go(this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return; // Enter ends the choice of a Chinese character
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.walk(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && this.isOpen) this.enter();
    else if (key === 'Enter') this.open();
    else if (!this.otherKey(key)) return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not what the field stands in
  }

  /** Whether a key did something that not every such field does. @param {string} key */
  otherKey(key) {
    if (key !== 'Escape' || !this.isOpen) return false;
    this.close();
    return true;
  }
}
