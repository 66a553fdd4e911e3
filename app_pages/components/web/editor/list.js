// The list of what can stand at the caret. The focus stays in the text box, which says which item is
// the active one.

import { element } from '../shared/element.js';

/** @import { Choices } from './types' */

const ID = 'query-choices';
const LIST_HEIGHT_PX = 260;
const LIST_CSS = `
#${ID} { position: fixed; inset: auto; margin: 0; padding: 4px 0; box-sizing: border-box; max-height: ${LIST_HEIGHT_PX}px; overflow: auto;
  min-width: 220px; max-width: 520px; border: 1px solid #8a94a3; border-radius: 8px; background: #ffffff; color: #1f2933;
  font: 14px/1.5 "Source Sans", "Noto Sans SC", sans-serif; list-style: none; box-shadow: 0 6px 24px rgba(0, 0, 0, .22); }
#${ID}.dark { background: #0e1117; color: #fafafa; }
#${ID} li { display: flex; justify-content: space-between; gap: 16px; margin: 0; padding: 3px 12px; cursor: pointer; }
#${ID} li.at { background: #dce8f5; } #${ID}.dark li.at { background: #26364d; }
#${ID} .name { font-family: "Source Code Pro", ui-monospace, monospace; white-space: nowrap; }
#${ID} .more { font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }`;

export class List {
  /** @param {HTMLTextAreaElement} box @param {string} label @param {boolean} isDark @param {(place: number) => void} take */
  constructor(box, label, isDark, take) {
    this.box = box;
    /** @type {Choices} */
    this.choices = { start: 0, opens: false, items: [] };
    this.at = 0;
    this.node = element('ul', { id: ID, role: 'listbox', popover: 'manual', 'aria-label': label, class: isDark ? 'dark' : '' });
    document.getElementById(ID)?.remove();
    box.parentElement?.append(element('style', {}, LIST_CSS), this.node);
    this.node.onpointerdown = (event) => event.preventDefault(); // the box keeps the focus
    this.node.onclick = ({ target }) => {
      const item = /** @type {Element} */ (target).closest('li');
      if (item) take([...this.node.children].indexOf(item));
    };
    box.setAttribute('aria-autocomplete', 'list');
  }

  get isOpen() { return this.node.matches(':popover-open'); }

  /** @param {Choices} choices @param {DOMRect} spot */
  show(choices, spot) {
    this.choices = choices;
    if (!choices.items.length) { this.close(); return; }
    this.node.replaceChildren(...choices.items.map(({ text, more }, place) =>
      element('li', { role: 'option', id: `${ID}-${place}`, 'aria-selected': 'false' },
        element('span', { class: 'name' }, text), element('span', { class: 'more' }, more))));
    if (!this.isOpen) this.node.showPopover();
    this.box.setAttribute('aria-controls', ID);
    const { height, width } = this.node.getBoundingClientRect();
    const isAbove = spot.bottom + height > window.innerHeight && spot.top > height;
    this.node.style.top = `${isAbove ? spot.top - height - 4 : spot.bottom + 4}px`;
    this.node.style.left = `${Math.max(4, Math.min(spot.left, window.innerWidth - width - 4))}px`;
    this.go(0);
  }

  /** @param {number} place */
  go(place) {
    const count = this.node.children.length;
    this.at = (place + count) % count;
    [...this.node.children].forEach((item, at) => {
      item.classList.toggle('at', at === this.at);
      item.setAttribute('aria-selected', String(at === this.at));
    });
    this.node.children[this.at]?.scrollIntoView({ block: 'nearest' });
    this.box.setAttribute('aria-activedescendant', `${ID}-${this.at}`);
  }

  close() {
    if (this.isOpen) this.node.hidePopover();
    this.box.removeAttribute('aria-activedescendant');
    this.box.removeAttribute('aria-controls');
  }
}
