// The meaning of a name in the passage: candidates, and three answers for each that can be taken back.

import { element } from '../shared/element.js';
import { dialog } from './dialogs.js';

/** @import { Ask, Order, Question, ReviewData } from './types' */

export class IdentityDialog {
  /** @param {HTMLElement} root @param {Ask} ask @param {(order: Omit<Order, 'number' | 'seconds'>) => void} send */
  constructor(root, ask, send) {
    this.root = root;
    this.ask = ask;
    this.send = send;
    this.count = 0;
    this.key = '';
    this.cell = '';
    /** @type {HTMLDialogElement | null} */
    this.node = null;
    this.items = element('ul', { class: 'names' });
  }

  /** Asks what the thing in a cell is called and what that may mean. @param {string} draft @param {string} column @param {string} cell @param {string} [name] */
  open(draft, column, cell, name = '') {
    this.count += 1;
    this.key = `${draft}-${this.count}`;
    this.cell = cell;
    this.ask('identity', { draft, column, cell, name, key: this.key });
  }

  /** @param {ReviewData} data */
  answer({ question, words }) {
    if (!question || question.key !== this.key) return;
    this.key = '';
    this.draw(question, words);
    if (this.node?.isConnected) return;
    const input = element('input', { type: 'text', id: 'identity-name', autocomplete: 'off' });
    input.value = question.name;
    input.onchange = () => this.open(question.draft, question.column, this.cell, input.value.trim());
    const label = element('label', { for: 'identity-name' }, words.identity_name);
    this.node = dialog('identity', words.identity_title, [element('p', {}, words.identity_means), label, input, this.items], words.close);
    this.root.append(this.node);
    this.node.showModal();
  }

  /** @param {Question} question @param {Record<string, string>} words */
  draw(question, words) {
    const rows = question.items.map((item) => {
      const buttons = question.answers.map(({ value, name }) => {
        const button = element('button', { type: 'button', 'aria-pressed': String(item.judgement === value), 'data-answer': value }, name);
        button.onclick = () => {
          item.judgement = item.judgement === value ? '' : value;
          const { draft, name: written } = question;
          this.send({ action: 'judge', draft, name: written, code: item.value, judgement: item.judgement || 'taken_back' });
          this.draw(question, words);
        };
        return button;
      });
      const named = element('span', {}, item.name, ' ', element('span', { class: 'more' }, item.more));
      return element('li', { 'data-code': item.value }, named, element('div', { class: 'tabs' }, ...buttons));
    });
    this.items.replaceChildren(...(rows.length ? rows : [element('li', {}, words.identity_nothing)]));
  }
}
