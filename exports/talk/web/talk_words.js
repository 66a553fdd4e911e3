// The words of a step: its citations, the passages that a reader's copies hold, its faults, and the
// figure of a measure.

import { put, putLink } from '../../../graph/drawing/web/shared/dom.js';

// What has room beneath a caption: two passages, each as long as one row or two.
const MAX_PASSAGES = 2, MAX_PASSAGE_LETTERS = 110;

/**
 * Adds each citation with its passage, if any; the address at its end is a link.
 * @param {Element} panel
 * @param {string[]} citations
 * @param {string[]} passages
 */
export function putCitations(panel, citations, passages) {
  const list = put(panel, 'ol', '');
  citations.forEach((cited, at) => {
    const address = /https?:\/\/\S+$/u.exec(cited)?.[0] ?? '';
    const item = put(list, 'li', cited.slice(0, cited.length - address.length));
    if (address) putLink(item, address);
    if (passages[at]) put(item, 'blockquote', passages[at]);
  });
}

/**
 * Shows the first passages of a step, shortened to what can be read across a room.
 * @param {Element} box
 * @param {string[]} passages
 */
export function putPassages(box, passages) {
  box.replaceChildren();
  const unique = [...new Set(passages.filter(Boolean))];
  for (const words of unique.slice(0, MAX_PASSAGES)) {
    put(box, 'blockquote', words.length > MAX_PASSAGE_LETTERS ? `${words.slice(0, MAX_PASSAGE_LETTERS)}…` : words);
  }
}

/**
 * Says in place of a picture what is wrong with a step.
 * @param {Element} box
 * @param {string} heading
 * @param {string[]} faults
 */
export function putFaults(box, heading, faults) {
  box.replaceChildren();
  const note = put(box, 'div', '', 'talk-faults');
  note.setAttribute('role', 'alert');
  put(note, 'h3', `✕ ${heading}`);
  const list = put(note, 'ul', '');
  for (const fault of faults) put(list, 'li', fault);
}

/** @typedef {{ title: string, svg: string, refusal: string[] }} Figure */

/** Shows the figure of a measure, or the sentences that say why there is none. @param {Element} box @param {Figure} figure */
export function putFigure(box, { title, svg, refusal }) {
  box.replaceChildren();
  if (refusal.length) { putFaults(box, title, refusal); return; }
  const image = /** @type {HTMLImageElement} */ (put(box, 'img', '', 'talk-figure'));
  Object.assign(image, { alt: title, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
}
