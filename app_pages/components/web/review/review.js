// The Review page's component: drafts one by one, or a whole text to mark words in.

import { CardReview } from './card_review.js';
import { TextMarking } from './text_marking.js';

/** @import { ReviewData } from './types' */
/** @typedef {HTMLElement & { review?: CardReview | TextMarking, words?: string }} ReviewBox */

/** A name that no other open page has. */
const newClient = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');

/** @param {import('../types').Component<ReviewData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const box = /** @type {ReviewBox} */ (parentElement.querySelector('.review'));
  const words = JSON.stringify([data.words, data.second, data.text?.code, data.text?.text.length]);
  if (box.review && box.words !== words) {
    box.review.close();
    box.replaceChildren();
    box.review = undefined;
  }
  box.words = words;
  const Kind = data.text ? TextMarking : CardReview;
  box.review ??= new Kind(box, newClient(), data, setTriggerValue);
  box.review.show(data, setTriggerValue);
}
