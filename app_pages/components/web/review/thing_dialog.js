// New things: the form is opened, the app suggests a code, and what is added is put to use at once.

import { ThingForm } from './dialogs.js';

/** @import { Ask, Card, Kind, Order, ReviewData } from './types' */

export class ThingDialog {
  /** @param {HTMLElement} root @param {Ask} ask @param {(order: Omit<Order, 'number' | 'seconds'>) => void} send */
  constructor(root, ask, send) {
    this.root = root;
    this.ask = ask;
    this.send = send;
    /** @type {ThingForm | null} */
    this.form = null;
  }

  /**
   * @param {ReviewData} data
   * @param {{ draft: string, kinds: string[], cells: Record<string, string> }} wish which sorts it may be, and what is known
   * @param {(kind: string, code: string) => void} use
   */
  open(data, { draft, kinds, cells }, use) {
    const all = Object.entries(data.thing_kinds);
    const fitting = all.filter(([kind]) => kinds.includes(kind));
    const offered = Object.fromEntries(fitting.length ? fitting : all);
    const start = { kind: Object.keys(offered)[0], cells: { ...cells }, words: data.words };
    this.form = new ThingForm(this.root, offered, start, {
      add: (kind, row) => { this.send({ action: 'add_thing', draft, kind, cells: row }); use(kind, row.code ?? ''); },
      named: (kind, row) => this.ask('named', { kind, cells: row }),
      typed: (column, text) => this.ask('typed', { column: column.name, kinds: column.kinds, text }),
    });
  }

  /**
   * The form of a new thing: the one that a card lacks, or any.
   * @param {ReviewData} data @param {Card | null} card @param {Kind | null} form the form of the card
   * @param {string} active the column at hand @param {(cells: Record<string, string>) => void} change
   */
  openFor(data, card, form, active, change) {
    const [column, missing] = Object.entries(card?.missing ?? {}).sort(([name]) => (name === active ? -1 : 1))[0] ?? [active, null];
    const field = form?.columns.find(({ name, type }) => name === column && type === 'thing');
    const wish = missing ?? { kinds: field ? field.kinds : [], cells: {} };
    this.open(data, { draft: card?.id ?? '', ...wish }, (kind, code) => {
      if (field?.kinds.includes(kind) && missing?.cells.code !== code) change({ [field.name]: code });
    });
  }

  /** @param {ReviewData} data */
  answer({ code, hits }) {
    if (!this.form?.node.isConnected) return;
    this.form.form.answer(hits);
    if (code) this.form.suggested(code.code);
  }
}
