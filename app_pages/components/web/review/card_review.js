// The review of cards: one draft after the other, a key for each decision. The next card is here
// already when a key is pressed; a decision counts as written only when the app has said so.

import { element } from '../shared/element.js';
import { cardParts, changedCard } from './card_pane.js';
import { ReviewDialogs } from './review_dialogs.js';
import { CardFrame } from './card_frame.js';
import { EditPane } from './edit_pane.js';
import { actionOf, isWriting } from './keys.js';
import { Clock, Outbox, watchLeaving } from './outbox.js';
import { showPassages } from './passage_pane.js';
import { Queue } from './queue.js';

/** @import { Ask, Card, Finding, Kind, Order, ReviewData } from './types' */

const CARDS_AHEAD = 6; // cards that must be here beyond the one on screen
/** @typedef {Pick<Order, 'cells' | 'reason' | 'confirmed'>} Detail */

export class CardReview {
  /** @param {HTMLElement} root @param {string} client @param {ReviewData} data @param {Ask} ask */
  constructor(root, client, data, ask) {
    this.root = root;
    this.data = data;
    this.ask = ask;
    this.queue = new Queue();
    /** @type {Map<string, Card>} */
    this.cards = new Map();
    /** @type {Map<string, Record<string, string>>} what the curator changed and has not yet sent */
    this.changes = new Map();
    this.outbox = new Outbox(client, (orders) => this.ask('orders', { client, at: this.queue.currentId, orders }));
    this.active = '';
    this.isWhose = false;
    /** @type {string | null} the draft for which a second key accepts in spite of findings */
    this.warnedDraft = null;
    /** @type {number | null} the order that takes back a decision of which this page does not know */
    this.undoOfEarlier = null;
    this.clock = new Clock();
    this.drawnState = '';
    this.frame = new CardFrame(root, data.words, (name) => this.act(name, 0));
    this.dialogs = new ReviewDialogs(this);
    this.editing = new EditPane(this.frame.right, ask, this.dialogs.things);
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.key(event);
    document.addEventListener('keydown', this.onKey);
    this.endWatch = watchLeaving(root, this.outbox);
  }

  close() { document.removeEventListener('keydown', this.onKey); this.endWatch(); }

  /** The card at hand with what the curator changed on it. */
  get card() {
    const { currentId } = this.queue;
    const card = currentId === null ? undefined : this.cards.get(currentId);
    if (!card) return null;
    const change = this.changes.get(card.id);
    return change ? changedCard(card, change, this.editing.checkOf(card.id)) : card;
  }

  /** Takes what the app tells. @param {ReviewData} data @param {Ask} ask */
  show(data, ask) {
    this.data = data;
    this.ask = this.editing.ask = ask;
    for (const card of data.cards) this.cards.set(card.id, card);
    const receipts = this.outbox.receive(data.client, data.written, data.receipts);
    this.queue.replace(data.queue, this.outbox.pending, data.shown);
    const unheard = receipts.filter((receipt) => !this.dialogs.things.receive(receipt));
    for (const { draft, refused, confirm } of unheard.filter((receipt) => receipt.refused)) {
      if (this.cards.has(draft)) this.queue.restore(draft);
      if (this.card && this.changes.has(draft)) this.checkChange(this.card);
      this.warnedDraft = confirm ? draft : null;
      this.frame.note(refused);
    }
    const undo = receipts.find(({ number }) => number === this.undoOfEarlier);
    if (undo && !undo.refused) this.queue.go(undo.draft);
    this.editing.answer(data);
    this.dialogs.answer(data);
    this.draw();
    this.lookAhead();
  }

  /** Asks for cards before they are needed. */
  lookAhead() {
    const { ids, place } = this.queue;
    if (ids.slice(place, place + CARDS_AHEAD).some((id) => !this.cards.has(id))) this.ask('look', this.queue.currentId);
  }

  draw() {
    const { card, data, data: { words } } = this;
    const pending = this.outbox.pending;
    const { ids } = this.queue;
    this.frame.count(ids.length, data.total, pending.size);
    this.frame.offer(ids.length > 0, data.total > ids.length || this.queue.decisions.length > 0);
    if (this.editing.isOpen) return;
    const key = JSON.stringify([card, this.active, card && pending.has(card.id), ids.length, this.isWhose]);
    if (key === this.drawnState) return;
    this.drawnState = key;
    this.frame.preselect(card?.preselected ?? '');
    showPassages(this.frame.left, card, words);
    const nothing = data.second ? words.no_second_left : words.nothing_left;
    const empty = () => [element('p', { class: 'nothing' }, ids.length ? words.loading : nothing)];
    this.frame.right.replaceChildren(...(card ? this.cardNodes(card) : empty()));
  }

  /** @param {Card} card */
  cardNodes(card) {
    const kind = this.kindOf(card);
    if (!card.candidates[this.active]) this.active = kind.columns.find(({ name }) => card.candidates[name]?.length)?.name ?? '';
    return cardParts(card, {
      words: this.data.words, kind, active: this.active,
      edit: (column) => this.edit(column), add: () => this.dialogs.newThing(), choose: (number) => this.choose(number),
      activate: (column) => { this.active = column; this.draw(); },
    }, this.outbox.pending.has(card.id));
  }

  /** @param {Card} card @returns {Kind} */
  kindOf(card) {
    return this.data.kinds[card.kind] ?? this.data.thing_kinds[card.kind];
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.root.isConnected) { this.close(); return; }
    if (this.data.text || event.defaultPrevented || this.root.querySelector('dialog[open]') || isWriting(event)) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    this.act(action.name, action.number);
  }

  /** @param {string} name @param {number} number */
  act(name, number) {
    if (this.editing.isOpen && name !== 'help') return;
    const { dialogs } = this;
    /** @type {Record<string, () => void>} */
    const acts = {
      accept: () => this.accept(), choose: () => this.choose(number), edit: () => this.edit(), reject: () => dialogs.reject(),
      later: () => (this.data.second ? this.move(1) : this.decide('later')), // a second reader puts off no row of another
      undo: () => this.undo(), next: () => this.move(1), previous: () => this.move(-1),
      thing: () => dialogs.newThing(), whose: () => this.whose(), help: () => dialogs.help(),
      identity: () => dialogs.identity(), alike: () => dialogs.acceptAlike(), preselected: () => this.act(this.card?.preselected ?? '', 0),
    };
    acts[name]?.();
  }

  accept() {
    const { card, data: { words } } = this;
    if (!card) return;
    const cells = this.changes.get(card.id);
    const findings = cells && !this.editing.checkOf(card.id) ? [] : card.findings; // the app has not said yet: it will refuse
    const blocker = findings.find(({ blocks }) => blocks);
    if (blocker) { this.refuse(card, blocker); return; }
    if (findings.length && this.warnedDraft !== card.id) {
      this.warnedDraft = card.id;
      this.frame.note(words.once_more);
      return;
    }
    this.decide(cells ? 'edit' : 'accept', { cells, confirmed: this.warnedDraft === card.id });
  }

  /** Says why a row cannot be accepted, and opens the field that is to blame. @param {Card} card @param {Finding} finding */
  refuse(card, { text, field }) {
    const { words } = this.data;
    this.frame.note(`${card.missing[field] ? words.refused_new : words.refused} ${text}`);
    const isEditable = this.kindOf(card).columns.some(({ name }) => name === field);
    if (isEditable && !card.missing[field] && !this.editing.isOpen) this.edit(field);
  }

  /** Accepts with a candidate; if it is asked whose it is, only takes it over. @param {number} number */
  choose(number) {
    const { card, active } = this;
    const candidate = card?.candidates[active]?.[number - 1];
    if (!card || !candidate) return;
    if (card.missing[active] && card.cells[active] === candidate.value) { this.dialogs.newThing(); return; }
    const isSame = card.cells[active] === candidate.value;
    if (!isSame) this.change({ [active]: candidate.value });
    if (this.isWhose) {
      this.isWhose = false;
      this.frame.note('');
      this.checkChange(card);
    } else if (isSame) this.accept();
    else this.decide('edit', { cells: this.changes.get(card.id), confirmed: this.warnedDraft === card.id });
  }

  /** @param {Record<string, string>} cells */
  change(cells) {
    const { currentId } = this.queue;
    if (currentId !== null) this.changes.set(currentId, { ...this.changes.get(currentId), ...cells });
  }

  /** Asks what speaks against a card as it is changed. @param {Card} card */
  checkChange(card) {
    this.editing.check(card.id, card.kind, this.card?.cells ?? card.cells);
    this.draw();
  }

  /** Sends a decision, and shows the next draft without waiting. @param {string} action @param {Detail} [detail] */
  decide(action, detail = {}) {
    const { card } = this;
    if (!card) return;
    const seconds = this.clock.seconds;
    this.queue.decide();
    this.warnedDraft = null;
    this.isWhose = false;
    this.frame.note(this.data.words[`done_${action}`]);
    this.outbox.add({ action, draft: card.id, seconds, ...detail });
    this.turn();
  }

  undo() {
    const id = this.queue.restore();
    this.changes.delete(id ?? '');
    const number = this.outbox.add({ action: 'undo', draft: id ?? '', seconds: this.clock.seconds });
    if (id === null) this.undoOfEarlier = number;
    this.frame.note(this.data.words.done_undo);
    this.turn();
  }

  /** @param {number} step */
  move(step) {
    this.queue.move(step);
    this.warnedDraft = null;
    this.frame.note('');
    this.turn();
  }

  turn() {
    this.clock.start();
    this.draw();
    this.lookAhead();
  }

  /** @param {string} [column] */
  edit(column) {
    const { card } = this;
    if (!card) return;
    this.editing.open(card, this.kindOf(card), this.data, {
      save: (cells) => { this.change(cells); this.drawnState = ''; this.accept(); this.draw(); },
      leave: () => { this.drawnState = ''; this.draw(); },
    }, column);
  }

  whose() {
    const { card } = this;
    if (!card) return;
    this.active = this.kindOf(card).subject;
    this.isWhose = Boolean(card.candidates[this.active]?.length);
    this.frame.note(this.isWhose ? this.data.words.choose_whose : this.data.words.no_candidates);
    this.draw();
  }
}
