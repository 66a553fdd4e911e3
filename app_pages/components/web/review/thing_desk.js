// New things: the form is opened, the app suggests a code, and what is added is put to use at once.

import { ThingForm } from './dialogs.js';

/** @import { Ask, Order, ReviewData } from './types' */

export class ThingDesk {
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

  /** @param {ReviewData} data */
  answer({ code, hits }) {
    if (!this.form?.node.isConnected) return;
    this.form.form.answer(hits);
    if (code) this.form.suggested(code.code);
  }
}
