// A row from scratch: words are marked in the whole text, the app fills in what it can, the
// curator corrects and adds it.

import { element } from '../shared/element.js';
import { EditPane } from './edit_pane.js';
import { Clock, Outbox, watchLeaving } from './outbox.js';
import { TextPane } from './text_pane.js';
import { ThingDialog } from './thing_dialog.js';

/** @import { Ask, Card, Receipt, ReviewData, SourceText } from './types' */

export class TextMarking {
  /** @param {HTMLElement} root @param {string} client @param {ReviewData} data @param {Ask} ask */
  constructor(root, client, data, ask) {
    this.data = data;
    this.ask = ask;
    this.clock = new Clock();
    this.shownState = '';
    this.outbox = new Outbox(client, (orders) => this.ask('orders', { client, at: null, orders }));
    this.left = element('section', { class: 'left', 'aria-label': data.words.passage });
    this.right = element('section', { class: 'right', 'aria-label': data.words.row });
    this.status = element('p', { class: 'status', role: 'status' });
    this.undoButton = element('button', { type: 'button', hidden: '' }, data.words.do_undo);
    this.undoButton.onclick = () => this.undo();
    const line = element('div', { class: 'buttons' }, this.status, this.undoButton);
    root.append(line, element('div', { class: 'panes' }, this.left, this.right));
    this.things = new ThingDialog(root, ask, (order) => this.send(order));
    this.editing = new EditPane(this.right, ask, this.things);
    this.endWatch = watchLeaving(root, this.outbox);
    this.text = new TextPane(this.left, /** @type {SourceText} */ (data.text), data.words, (start, end) => this.propose(start, end, ''));
    this.marks = '';
    /** @type {number | null} the order of the row that is being added */
    this.adding = null;
    /** @type {number | null} the order that takes the last row or thing back */
    this.undoing = null;
    this.isWarned = false;
    /** @type {[number, number] | null} */
    this.chosenSpan = null;
    this.rest();
  }

  close() { this.endWatch(); }

  /** @param {Omit<import('./types').Order, 'number' | 'seconds'>} order */
  send(order) {
    this.status.textContent = this.data.words.writing_row;
    return this.outbox.add({ ...order, seconds: this.clock.seconds });
  }

  /** Takes back what was written last. */
  undo() {
    this.undoButton.hidden = true;
    this.undoing = this.send({ action: 'undo', draft: '' });
  }

  /** @param {number} start @param {number} end @param {string} kind */
  propose(start, end, kind) {
    const { proposal } = this.data; // of a row that was added or left; the app would answer the same, unheard
    if (!this.editing.isOpen && proposal?.id.startsWith(`${start}-${end}-`)) this.open(proposal);
    this.ask('selected', { start, end, kind });
  }

  rest() {
    this.editing.isOpen = false;
    this.chosenSpan = null;
    this.draw();
    this.right.replaceChildren(element('p', { class: 'nothing' }, this.data.words.mark_first));
  }

  /** Takes what the app tells. @param {ReviewData} data @param {Ask} ask */
  show(data, ask) {
    this.data = data;
    this.ask = this.editing.ask = this.things.ask = ask;
    for (const receipt of this.outbox.receive(data.client, data.written, data.receipts)) this.receive(receipt);
    if (data.proposal && data.proposal.id !== this.shownState) this.open(data.proposal);
    this.editing.answer(data);
    this.things.answer(data);
    this.draw();
  }

  /** What became of a row: it stays on screen until it is written. @param {Receipt} receipt */
  receive(receipt) {
    const { words } = this.data;
    const { number, refused, confirm } = receipt;
    if (number === this.undoing) {
      this.status.textContent = refused || words.done_undo;
      return;
    }
    this.undoButton.hidden = Boolean(refused);
    if (this.things.receive(receipt)) {
      this.status.textContent = refused ? '' : words.thing_written;
      return;
    }
    const isRow = number === this.adding;
    this.isWarned = isRow && confirm;
    this.status.textContent = refused ? `${refused} ${confirm ? words.save_once_more : ''}` : words.row_written;
    if (isRow && !refused) this.rest();
  }

  /** The text anew, if other words are marked in it. */
  draw() {
    const marks = JSON.stringify([this.data.text?.marks, this.chosenSpan]);
    if (this.data.text && marks !== this.marks) this.text.mark(this.data.text.marks, this.chosenSpan);
    this.marks = marks;
  }

  /** @param {Card} card */
  open(card) {
    const { words, kinds } = this.data;
    this.shownState = card.id;
    const [start, end] = card.id.split('-').map(Number);
    if (this.chosenSpan?.join() !== `${start},${end}`) this.clock.start(); // another kind of row goes on
    this.chosenSpan = [start, end];
    this.isWarned = false;
    const select = element('select', { id: 'row-kind' });
    for (const [name, { label }] of Object.entries(kinds)) select.append(new Option(label, name, false, name === card.kind));
    select.onchange = () => this.propose(start, end, select.value);
    const thing = element('button', { type: 'button' }, words.new_thing);
    thing.onclick = () => {
      const [missing] = Object.values(card.missing);
      const wish = { draft: card.id, ...(missing ?? { kinds: [], cells: {} }) };
      this.things.open(this.data, wish, () => this.editing.check(card.id, card.kind, this.editing.row));
    };
    const spot = element('p', { class: 'where' }, card.passages[0].where);
    this.editing.open(card, kinds[card.kind], this.data, {
      save: (cells) => {
        const row = { draft: card.id, kind: card.kind, cells: { ...card.cells, ...cells } };
        this.adding = this.send({ action: 'add', ...row, confirmed: this.isWarned });
      },
      leave: () => this.rest(),
    }, undefined, [spot, element('label', { for: 'row-kind' }, words.row_kind), select, thing]);
  }
}
