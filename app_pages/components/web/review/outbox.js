// Orders on their way to the app: one parcel at a time, sent again until the app has written it.

/** @import { Order, Receipt } from './types' */

const RESEND_AFTER_MS = 4000; // if nobody answers a parcel

/** How long a draft has been on screen. */
export class Clock {
  constructor() {
    this.startTime = performance.now();
  }

  start() {
    this.startTime = performance.now();
  }

  get seconds() {
    return (performance.now() - this.startTime) / 1000;
  }
}

export class Outbox {
  /**
   * @param {string} client a name that no other open page has
   * @param {(orders: Order[]) => void} send
   */
  constructor(client, send) {
    this.client = client;
    this.send = send;
    /** @type {Order[]} */
    this.orders = [];
    this.count = 0;
    this.isSending = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Takes an order and gives its number. @param {Omit<Order, 'number'>} order */
  add(order) {
    this.count += 1;
    this.orders.push({ ...order, number: this.count });
    this.flush();
    return this.count;
  }

  /** Sends all that is not written, unless a parcel is on its way. */
  flush() {
    if (this.isSending || !this.orders.length) return;
    this.isSending = true;
    this.send(this.orders);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.isSending = false; this.flush(); }, RESEND_AFTER_MS);
  }

  /** Sends all that is not written at once, though a parcel may be on its way. */
  hurry() {
    this.isSending = false;
    this.flush();
  }

  /**
   * Drops what the app has written or refused, and gives the receipts that are news.
   * @param {string} client @param {number} written @param {Receipt[]} receipts
   */
  receive(client, written, receipts) {
    if (client !== this.client) { // the app has begun anew: what it has not written goes again
      if (this.orders.length) { this.isSending = false; this.flush(); }
      return [];
    }
    const numbers = new Set(this.orders.map(({ number }) => number));
    const news = receipts.filter(({ number }) => numbers.has(number) && number <= written);
    if (numbers.size) this.orders = this.orders.filter(({ number }) => number > written);
    if (news.length || !this.orders.length) { this.isSending = false; clearTimeout(this.timer); }
    this.flush();
    return news;
  }

  /** The last action on each draft that is not yet written; a thing or a name decides on no draft. */
  get pending() {
    const deciding = this.orders.filter(({ action }) => !['judge', 'add_thing'].includes(action));
    return new Map(deciding.flatMap(({ draft, drafts, action }) => (drafts ?? [draft]).map((id) => [id, action])));
  }
}

/**
 * Sends what is not written before the curator turns to another part of the page, which may take the place of this one, and
 * has the browser ask before the page is left. Returns what ends this.
 * @param {HTMLElement} root @param {Outbox} outbox
 */
export function watchLeaving(root, outbox) {
  const turn = (/** @type {Event} */ event) => {
    if (!event.composedPath().includes(root)) outbox.hurry();
  };
  const leave = (/** @type {Event} */ event) => {
    outbox.hurry();
    if (outbox.orders.length) event.preventDefault();
  };
  document.addEventListener('pointerdown', turn, true);
  window.addEventListener('beforeunload', leave);
  return () => {
    document.removeEventListener('pointerdown', turn, true);
    window.removeEventListener('beforeunload', leave);
  };
}
