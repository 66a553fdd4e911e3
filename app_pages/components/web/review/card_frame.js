// The frame of a card: the curator's progress, a button for each key, the last decision.

import { element } from '../shared/element.js';
import { counted } from './dialogs.js';
import { ACTIONS } from './keys.js';

export class CardFrame {
  /** @param {HTMLElement} root @param {Record<string, string>} words @param {(action: string) => void} act */
  constructor(root, words, act) {
    this.words = words;
    this.left = element('section', { class: 'left', 'aria-label': words.passage });
    this.right = element('section', { class: 'right', 'aria-label': words.row });
    this.bar = element('progress', { max: '1', value: '0', 'aria-label': words.progress });
    this.counts = element('p', { class: 'counts' });
    this.status = element('p', { class: 'status', role: 'status' });
    const buttons = Object.entries(ACTIONS).map(([key, name]) => {
      const button = element('button', { type: 'button', 'data-action': name }, element('kbd', {}, key), ` ${words[`do_${name}`]}`);
      button.onclick = () => act(name);
      return button;
    });
    this.buttons = buttons;
    root.append(this.bar, this.counts, element('div', { class: 'buttons' }, ...buttons), this.status,
      element('div', { class: 'panes' }, this.left, this.right));
  }

  /** @param {number} left how many drafts wait @param {number} total @param {number} pending how many decisions are not written */
  count(left, total, pending) {
    this.bar.value = total ? (total - left) / total : 1;
    const writing = pending ? counted(this.words.being_written, pending) : this.words.all_written;
    this.counts.textContent = `${counted(this.words.left_over, left)} · ${writing}`;
    this.counts.classList.toggle('pending', pending > 0);
  }

  /** Without a card only undoing is offered, if anything was decided. @param {boolean} hasCard @param {boolean} hasDecided */
  offer(hasCard, hasDecided) {
    for (const button of this.buttons) button.hidden = !hasCard && !(hasDecided && button.dataset.action === 'undo');
    this.bar.hidden = !hasCard && !hasDecided;
    this.left.hidden = !hasCard;
  }

  /** Marks the button that Enter presses. @param {string} name */
  preselect(name) {
    for (const button of this.buttons) {
      const isLikely = button.dataset.action === name;
      button.classList.toggle('primary', isLikely);
      button.title = isLikely ? this.words.preselected : '';
    }
  }

  /** @param {string} text */
  note(text) {
    this.status.textContent = text;
  }
}
