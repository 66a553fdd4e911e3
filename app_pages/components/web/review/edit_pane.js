// A row that is being edited: its fields as a form, checked by the app while they are typed.

import { element } from '../shared/element.js';
import { findingList } from './card_pane.js';
import { FieldForm } from './field_form.js';

/** @import { Ask, Card, Kind, ReviewData } from './types' */
/** @typedef {{ save: (cells: Record<string, string>) => void, leave: () => void }} Ends */

const CHECK_DELAY_MS = 150; // after the last change

export class EditPane {
  /** @param {HTMLElement} pane @param {Ask} ask */
  constructor(pane, ask) {
    this.pane = pane;
    this.ask = ask;
    this.isOpen = false;
    this.key = '';
    this.count = 0;
    /** @type {Record<string, string>} what is changed */
    this.cells = {};
    /** @type {Record<string, string>} the row as it stood */
    this.oldCells = {};
    /** @type {Record<string, string>} */
    this.words = {};
    /** @type {FieldForm | null} */
    this.form = null;
    this.findings = element('div', { class: 'checked', role: 'status' });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * @param {Card} card @param {Kind} kind @param {Record<string, string>} words @param {Ends} ends
   * @param {string} [column] the field that takes the focus @param {Node[]} head what stands above the fields
   */
  open(card, kind, words, ends, column, head = []) {
    this.isOpen = true;
    this.words = words;
    this.oldCells = card.cells;
    this.cells = {};
    const leave = () => { this.isOpen = false; ends.leave(); };
    const save = () => { this.isOpen = false; ends.save(this.cells); };
    this.form = new FieldForm(kind.columns, card.cells, card.names, {
      words,
      change: (name, value) => { this.cells[name] = value; this.check(card.id, card.kind, this.row); },
      typed: (each, text) => this.ask('typed', { column: each.name, kinds: each.kinds, text }),
    });
    const cancel = element('button', { type: 'button' }, words.cancel);
    cancel.onclick = leave;
    const buttons = element('div', { class: 'buttons' }, element('button', { type: 'submit', class: 'primary' }, words.save), cancel);
    const form = element('form', { class: 'edit' }, ...head, this.findings, this.form.node, buttons);
    form.onsubmit = (event) => { event.preventDefault(); save(); };
    form.onkeydown = (event) => { if (event.key === 'Escape') leave(); };
    this.findings.replaceChildren(...findingList(card.findings, words));
    this.pane.replaceChildren(element('h2', {}, kind.label), form);
    this.form.focus(column);
  }

  /** All cells as they stand in the form. */
  get row() {
    return { ...this.oldCells, ...this.cells };
  }

  /** Asks the app what is wrong with a row. @param {string} draft @param {string} kind @param {Record<string, string>} cells */
  check(draft, kind, cells) {
    this.count += 1;
    this.key = `${draft}-${this.count}`;
    const { key } = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask('check', { key, draft, kind, cells }), CHECK_DELAY_MS);
  }

  /** @param {ReviewData} data */
  answer({ hits, check }) {
    this.form?.answer(hits);
    if (check && check.key === this.key) this.findings.replaceChildren(...findingList(check.findings, this.words));
  }
}
