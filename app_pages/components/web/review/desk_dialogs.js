// The dialogs of the desk: reasons, new things, names, rows that are alike, and the help.

import { AlikeDesk } from './alike_desk.js';
import { counted, openHelp, openReasons } from './dialogs.js';
import { IdentityDesk } from './identity_desk.js';
import { ACTIONS } from './keys.js';
import { ThingDesk } from './thing_desk.js';

/** @import { Desk } from './desk.js' */
/** @import { Order, ReviewData } from './types' */

export class DeskDialogs {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const send = (/** @type {Omit<Order, 'number' | 'seconds'>} */ order) => desk.outbox.add({ ...order, seconds: desk.clock.seconds });
    this.things = new ThingDesk(desk.root, desk.ask, send);
    this.names = new IdentityDesk(desk.root, desk.ask, send);
    this.alike = new AlikeDesk(desk.root, desk.ask);
  }

  /** @param {ReviewData} data */
  answer(data) {
    for (const part of [this.things, this.names, this.alike]) {
      part.ask = this.desk.ask;
      part.answer(data);
    }
  }

  reject() {
    const { card, data, root } = this.desk;
    const likely = card?.preselected === 'reject' ? 'duplicate' : '';
    if (card) openReasons(root, data.reasons, data.words, (reason) => this.desk.decide('reject', { reason }), likely);
  }

  /** The form of a new thing: the one that the card lacks, or any. */
  newThing() {
    const { card, active, data } = this.desk;
    this.things.openFor(data, card, card && this.desk.kindOf(card), active, (cells) => {
      this.desk.change(cells);
      if (card) this.desk.checkChange(card);
    });
  }

  /** What the name of the thing at hand may mean. */
  identity() {
    const { card, active } = this.desk;
    if (!card) return;
    const column = active || this.desk.kindOf(card).subject;
    this.names.open(card.id, column, card.cells[column] ?? '');
  }

  /** The drafts of the same kind and band, to be accepted together. */
  acceptAlike() {
    const { card, data: { second, words } } = this.desk;
    if (!card) return;
    if (second) { this.desk.frame.note(words.alike_alone); return; }
    this.alike.open(card.id, (drafts) => {
      this.desk.queue.decideAll(drafts);
      this.desk.frame.note(counted(words.done_alike, drafts.length));
      this.desk.outbox.add({ action: 'accept_all', draft: drafts[0], drafts, seconds: this.desk.clock.seconds });
      this.desk.turn();
    });
  }

  help() {
    const { data: { words }, root } = this.desk;
    const keys = Object.fromEntries(Object.entries(ACTIONS).map(([key, name]) => [key, words[`help_${name}`]]));
    openHelp(root, { ...keys, '1–5': words.help_choose, '⏎': words.help_preselected }, words);
  }
}
