// The Review page's component: the desk for drafts, or a whole text to mark words in.

import { Desk } from './desk.js';
import { MarkDesk } from './mark_desk.js';

/** @import { ReviewData } from './types' */
/** @typedef {HTMLElement & { desk?: Desk | MarkDesk, words?: string }} DeskBox */

/** A name that no other open page has. */
const newClient = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');

/** @param {import('../types').Component<ReviewData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const box = /** @type {DeskBox} */ (parentElement.querySelector('.desk'));
  const words = JSON.stringify([data.words, data.second, data.text?.code, data.text?.text.length]);
  if (box.desk && box.words !== words) {
    box.desk.close();
    box.replaceChildren();
    box.desk = undefined;
  }
  box.words = words;
  const Kind = data.text ? MarkDesk : Desk;
  box.desk ??= new Kind(box, newClient(), data, setTriggerValue);
  box.desk.show(data, setTriggerValue);
}
