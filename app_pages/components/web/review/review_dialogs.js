// The dialogs of the review of cards: reasons, new things, names, rows that are alike, and the help.

import { AlikeDialog } from './alike_dialog.js';
import { counted, openHelp, openReasons } from './dialogs.js';
import { IdentityDialog } from './identity_dialog.js';
import { ACTIONS } from './keys.js';
import { ThingDialog } from './thing_dialog.js';

/** @import { CardReview } from './card_review.js' */
/** @import { Order, ReviewData } from './types' */

export class ReviewDialogs {
  /** @param {CardReview} review */
  constructor(review) {
    this.review = review;
    const send = (/** @type {Omit<Order, 'number' | 'seconds'>} */ order) => review.outbox.add({ ...order, seconds: review.clock.seconds });
    this.things = new ThingDialog(review.root, review.ask, send);
    this.names = new IdentityDialog(review.root, review.ask, send);
    this.alike = new AlikeDialog(review.root, review.ask);
  }

  /** @param {ReviewData} data */
  answer(data) {
    for (const part of [this.things, this.names, this.alike]) {
      part.ask = this.review.ask;
      part.answer(data);
    }
  }

  reject() {
    const { card, data, root } = this.review;
    const likely = card?.preselected === 'reject' ? 'duplicate' : '';
    if (card) openReasons(root, data.reasons, data.words, (reason) => this.review.decide('reject', { reason }), likely);
  }

  /** The form of a new thing: the one that the card lacks, or any. */
  newThing() {
    const { card, active, data } = this.review;
    this.things.openFor(data, card, card && this.review.kindOf(card), active, (cells) => {
      this.review.change(cells);
      if (card) this.review.checkChange(card);
    });
  }

  /** What the name of the thing at hand may mean. */
  identity() {
    const { card, active } = this.review;
    if (!card) return;
    const column = active || this.review.kindOf(card).subject;
    this.names.open(card.id, column, card.cells[column] ?? '');
  }

  /** The drafts of the same kind and band, to be accepted together. */
  acceptAlike() {
    const { card, data: { second, words } } = this.review;
    if (!card) return;
    if (second) { this.review.frame.note(words.alike_alone); return; }
    this.alike.open(card.id, (drafts) => {
      this.review.queue.decideAll(drafts);
      this.review.frame.note(counted(words.done_alike, drafts.length));
      this.review.outbox.add({ action: 'accept_all', draft: drafts[0], drafts, seconds: this.review.clock.seconds });
      this.review.turn();
    });
  }

  help() {
    const { data: { words }, root } = this.review;
    const keys = Object.fromEntries(Object.entries(ACTIONS).map(([key, name]) => [key, words[`help_${name}`]]));
    openHelp(root, { ...keys, '1–5': words.help_choose, '⏎': words.help_preselected }, words);
  }
}
