// A row that is being edited: its fields as a form, checked by the app while they are typed.

import { element } from '../shared/element.js';
import { findingList } from './card_pane.js';
import { FieldForm } from './field_form.js';
import { NEW_PREFIX } from './thing_input.js';

/** @import { Ask, Card, Check, Kind, MissingThing, ReviewData } from './types' */
/** @import { ThingDialog } from './thing_dialog.js' */
/** @typedef {{ save: (cells: Record<string, string>) => void, leave: () => void }} Ends */

const CHECK_DELAY_MS = 150; // after the last change

export class EditPane {
  /** @param {HTMLElement} pane @param {Ask} ask @param {ThingDialog} things */
  constructor(pane, ask, things) {
    this.pane = pane;
    this.ask = ask;
    this.things = things;
    this.isOpen = false;
    this.key = '';
    this.count = 0;
    /** @type {Record<string, string>} what is changed */
    this.cells = {};
    /** @type {Card | null} the row as it stood */
    this.card = null;
    /** @type {ReviewData | null} */
    this.data = null;
    /** @type {FieldForm | null} */
    this.form = null;
    /** @type {Check | null} the last answer */
    this.lastCheck = null;
    this.columnToAdd = ''; // a new thing was chosen in it: its form opens when the app knows what it may be
    this.findings = element('div', { class: 'checked', role: 'status' });
    this.missing = element('div', { class: 'buttons' });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * @param {Card} card @param {Kind} kind @param {ReviewData} data @param {Ends} ends
   * @param {string} [column] the field that takes the focus @param {Node[]} head what stands above the fields
   */
  open(card, kind, data, ends, column, head = []) {
    const { words } = data;
    this.isOpen = true;
    this.card = card;
    this.data = data;
    this.cells = {};
    this.columnToAdd = '';
    const close = () => { this.isOpen = false; this.columnToAdd = ''; };
    const leave = () => { close(); ends.leave(); };
    const save = () => { close(); ends.save(this.cells); };
    this.form = new FieldForm(kind.columns, card.cells, card.names, {
      words,
      change: (name, value) => this.change(name, value),
      typed: (each, text) => this.ask('typed', { column: each.name, kinds: each.kinds, text }),
      addable: Object.keys(data.thing_kinds),
    });
    const cancel = element('button', { type: 'button' }, words.cancel);
    cancel.onclick = leave;
    const buttons = element('div', { class: 'buttons' }, element('button', { type: 'submit', class: 'primary' }, words.save), cancel);
    const form = element('form', { class: 'edit' }, ...head, this.findings, this.missing, this.form.node, buttons);
    form.onsubmit = (event) => { event.preventDefault(); save(); };
    form.onkeydown = (event) => { if (event.key === 'Escape') leave(); };
    this.findings.replaceChildren(...findingList(card.findings, words));
    this.offer(card.missing);
    this.pane.replaceChildren(element('h2', {}, kind.label), form);
    this.form.focus(column);
  }

  /** @param {string} name @param {string} value */
  change(name, value) {
    const { card } = this;
    if (!card) return;
    this.cells[name] = value;
    this.columnToAdd = value.startsWith(NEW_PREFIX) ? name : '';
    this.check(card.id, card.kind, this.row);
  }

  /** All cells as they stand in the form. */
  get row() {
    return { ...this.card?.cells, ...this.cells };
  }

  /** A button for each thing that the row names and the facts do not have. @param {Record<string, MissingThing>} missing */
  offer(missing) {
    this.missing.replaceChildren(...Object.entries(missing).map(([column, wish]) => {
      const button = element('button', { type: 'button' }, `${this.data?.words.new_thing}: ${nameOf(wish.cells)}`);
      button.onclick = () => this.add(column, wish);
      return button;
    }));
    const wish = missing[this.columnToAdd];
    if (wish) this.add(this.columnToAdd, wish);
  }

  /** The form of a new thing; when it is written, the field has it. @param {string} column @param {MissingThing} wish */
  add(column, wish) {
    this.columnToAdd = '';
    const { card, data, form } = this;
    if (!card || !data) return;
    this.things.open(data, { draft: card.id, ...wish }, (kind, cells) => {
      if (this.form === form && wish.kinds.includes(kind)) form?.fill(column, cells.code ?? '', nameOf(cells));
    });
  }

  /** Asks the app what is wrong with a row. @param {string} draft @param {string} kind @param {Record<string, string>} cells */
  check(draft, kind, cells) {
    this.count += 1;
    this.key = `${draft}-${this.count}`;
    const { key } = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask('check', { key, draft, kind, cells }), CHECK_DELAY_MS);
  }

  /** What the app has said of a draft as it is in the form; null if it has not yet. @param {string} draft */
  checkOf(draft) {
    return this.lastCheck?.key === this.key && this.key.startsWith(`${draft}-`) ? this.lastCheck : null;
  }

  /** @param {ReviewData} data */
  answer({ hits, check }) {
    this.form?.answer(hits);
    this.lastCheck = check;
    if (!check || check.key !== this.key || !this.data) return;
    this.findings.replaceChildren(...findingList(check.findings, this.data.words));
    this.offer(check.missing);
  }
}

/** The name of a new thing, in any language. @param {Record<string, string>} cells */
function nameOf({ name_zh: chinese, name_en: english, code }) {
  return chinese || english || code || '';
}
