// Rows of one kind and band that nothing speaks against: all of them are on screen, and accepted together.

import { element } from '../shared/element.js';
import { counted, dialog, closeDialog } from './dialogs.js';

/** @import { Alike, Ask, ReviewData } from './types' */

export class AlikeDialog {
  /** @param {HTMLElement} root @param {Ask} ask */
  constructor(root, ask) {
    this.root = root;
    this.ask = ask;
    this.count = 0;
    this.key = '';
    /** @type {(drafts: string[]) => void} */
    this.take = () => {};
  }

  /** Asks which rows are like a draft. @param {string} draft @param {(drafts: string[]) => void} take */
  open(draft, take) {
    this.count += 1;
    this.key = `${draft}-${this.count}`;
    this.take = take;
    this.ask('alike', { draft, key: this.key });
  }

  /** @param {ReviewData} data */
  answer({ alike, words }) {
    if (!alike || alike.key !== this.key) return;
    this.key = '';
    this.show(alike, words);
  }

  /** @param {Alike} alike @param {Record<string, string>} words */
  show({ rows }, words) {
    const items = rows.map(({ text, quote }) => element('li', {}, text, element('blockquote', { lang: 'zh' }, quote)));
    const list = element('ol', { class: 'alike-rows' }, ...items);
    const accept = element('button', { type: 'button', class: 'primary' }, counted(words.accept_these, rows.length));
    const isRefused = rows.length < 2;
    const parts = isRefused ? [element('p', { role: 'status' }, words.alike_alone)] : [element('p', {}, words.alike_means), list, accept];
    const node = dialog('alike', words.do_alike, parts, words.close);
    accept.onclick = () => { closeDialog(node); this.take(rows.map(({ id }) => id)); };
    this.root.append(node);
    node.showModal();
    if (!isRefused) accept.focus();
  }
}
