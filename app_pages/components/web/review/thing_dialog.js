// New things: the form is opened, the app suggests a code, and what is written is put to use at once.

import { ThingForm } from './dialogs.js';

/** @import { Ask, Card, Kind, Order, Receipt, ReviewData } from './types' */
/** @typedef {(kind: string, cells: Record<string, string>) => void} Use */

export class ThingDialog {
  /** @param {HTMLElement} root @param {Ask} ask @param {(order: Omit<Order, 'number' | 'seconds'>) => number} send */
  constructor(root, ask, send) {
    this.root = root;
    this.ask = ask;
    this.send = send;
    /** @type {ThingForm | null} */
    this.form = null;
    /** @type {Map<number, () => void>} what to do when an order is written */
    this.uses = new Map();
  }

  /**
   * @param {ReviewData} data
   * @param {{ draft: string, kinds: string[], cells: Record<string, string>, names?: Record<string, string> }} wish which sorts
   * it may be, and what is known
   * @param {Use} use
   */
  open(data, { draft, kinds, cells, names: known = {} }, use) {
    const fitting = kinds.filter((kind) => kind in data.thing_kinds);
    const names = fitting.length ? fitting : Object.keys(data.thing_kinds);
    const offered = Object.fromEntries(names.map((kind) => [kind, data.thing_kinds[kind]]));
    const start = { kind: Object.keys(offered)[0], cells: { ...cells }, names: known, words: data.words };
    this.form = new ThingForm(this.root, offered, start, {
      add: (kind, row) => {
        const number = this.send({ action: 'add_thing', draft, kind, cells: row });
        this.uses.set(number, () => use(kind, row));
      },
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
    this.open(data, { draft: card?.id ?? '', ...wish }, (kind, { code = '' }) => {
      if (field?.kinds.includes(kind) && missing?.cells.code !== code) change({ [field.name]: code });
    });
  }

  /** @param {ReviewData} data */
  answer({ code, hits }) {
    if (!this.form?.node.isConnected) return;
    this.form.form.answer(hits);
    if (code) this.form.suggested(code.code);
  }

  /** Takes the receipt of a new thing; false if it is for the page: of another order, or refused when the form is gone. @param {Receipt} receipt */
  receive({ number, refused }) {
    const use = this.uses.get(number);
    if (!use) return false;
    this.uses.delete(number);
    const isOpen = Boolean(this.form?.node.isConnected);
    if (refused) {
      this.form?.refuse(refused);
      return isOpen;
    }
    this.form?.close();
    use();
    return true;
  }
}
