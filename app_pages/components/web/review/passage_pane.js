// The passage as it stands in the text: the quoted words and the subject are marked.

import { element } from '../shared/element.js';

/** @import { Card, Passage, Piece } from './types' */

/** @param {Piece} piece @param {Record<string, string>} words */
function pieceElement([text, marks], words) {
  if (!marks) return document.createTextNode(text);
  const names = marks.split(' ');
  const tag = names.includes('quote') ? 'mark' : 'span';
  const node = element(tag, { class: marks }, text);
  if (names.includes('subject')) node.title = words.subject_mark;
  return node;
}

/** @param {Passage} passage @param {Record<string, string>} words */
function passageElement({ where, pieces }, words) {
  const quote = element('blockquote', { lang: 'zh' }, ...pieces.map((part) => pieceElement(part, words)));
  return element('div', { class: 'passage' }, quote, element('p', { class: 'where' }, where));
}

/** @param {HTMLElement} pane @param {Card | null} card @param {Record<string, string>} words */
export function showPassages(pane, card, words) {
  const passages = card ? card.passages.map((passage) => passageElement(passage, words)) : [];
  const key = passages.length ? [element('p', { class: 'key' },
    element('mark', { class: 'quote' }, words.quote_key), ' ', element('span', { class: 'subject' }, words.subject_key), ' ',
    element('span', { class: 'pinyin' }, words.pinyin_key))] : [];
  pane.replaceChildren(...passages, ...key);
}
