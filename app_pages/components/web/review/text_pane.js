// The whole text of a source: words are marked with the mouse, with a finger, or sentence by sentence with
// the arrow keys.

import { element } from '../shared/element.js';

/** @import { SourceText } from './types' */
/** @typedef {(start: number, end: number) => void} Select */

const SENTENCE = /[^。！？；.!?;\n]*[。！？；.!?;\n]+|[^。！？；.!?;\n]+$/g;

/** Characters of a text before a UTF-16 offset: the facts count characters. @param {string} text @param {number} offset */
export function characters(text, offset) {
  return [...text.slice(0, offset)].length;
}

/** The sentences of a text as UTF-16 offsets, without spaces at their ends. @param {string} text */
export function sentences(text) {
  return [...text.matchAll(SENTENCE)].flatMap((match) => {
    const words = match[0].trim();
    const start = (match.index ?? 0) + match[0].indexOf(words);
    return words ? [[start, start + words.length]] : [];
  });
}

export class TextPane {
  /** @param {HTMLElement} pane @param {SourceText} source @param {Record<string, string>} words @param {Select} select */
  constructor(pane, source, words, select) {
    this.text = source.text;
    this.select = select;
    this.sentences = sentences(source.text);
    this.at = -1;
    this.first = -1;
    this.isTouched = false;
    this.node = element('div', { class: 'text', tabindex: '0', role: 'document', 'aria-label': words.text_label, lang: 'zh' });
    this.mark(source.marks);
    this.node.onmouseup = () => this.selected();
    this.node.onpointerdown = ({ pointerType }) => { this.isTouched = pointerType === 'touch'; };
    this.node.onkeydown = (event) => this.key(event);
    this.takeButton = element('button', { type: 'button', class: 'take', hidden: '' }, words.take_marked);
    this.watch();
    pane.replaceChildren(element('p', { class: 'key' }, words.mark_help), this.takeButton, this.node);
  }

  /** A finger draws the ends of a selection as it likes and does not say when it is done: a button does. */
  watch() {
    const changed = () => {
      if (!this.node.isConnected) document.removeEventListener('selectionchange', changed);
      else if (this.isTouched) this.offer();
    };
    document.addEventListener('selectionchange', changed);
  }

  /** Offers to take the marked words; a touch on the button may undo the selection, so it is kept. */
  offer() {
    const bounds = this.selection();
    if (!bounds || bounds[0] === bounds[1]) return;
    this.takeButton.hidden = false;
    this.takeButton.onclick = () => {
      this.takeButton.hidden = true;
      this.sendMarking(bounds[0], bounds[1]);
    };
  }

  /**
   * Draws the text with what statements rest on already, and the words of the row that is being written.
   * @param {SourceText['marks']} marks @param {[number, number] | null} chosen
   */
  mark(marks, chosen = null) {
    const letters = [...this.text];
    const spans = chosen ? [...marks, /** @type {const} */ ([...chosen, 'chosen'])] : marks;
    const cuts = [...new Set([0, letters.length, ...spans.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
    const { scrollTop } = this.node;
    this.node.replaceChildren(...cuts.slice(1).map((end, place) => {
      const start = cuts[place];
      const words = letters.slice(start, end).join('');
      const labels = marks.filter((mark) => mark[0] < end && mark[1] > start).map(([, , label]) => label);
      const isChosen = chosen && chosen[0] < end && chosen[1] > start;
      if (isChosen) return element('mark', labels.length ? { class: 'cited' } : {}, words);
      return labels.length ? element('span', { class: 'cited', title: [...new Set(labels)].join(', ') }, words) : words;
    }));
    this.node.scrollTop = scrollTop;
  }

  /** What is selected, as UTF-16 offsets in the text; none if nothing of it is. */
  selection() {
    const tree = /** @type {any} */ (this.node.getRootNode());
    const selection = window.getSelection();
    if (!selection) return null;
    const [range] = selection.getComposedRanges?.({ shadowRoots: [tree] }) ?? [];
    const bounds = range ?? (selection.rangeCount ? selection.getRangeAt(0) : null);
    if (!bounds || !this.node.contains(bounds.startContainer) || !this.node.contains(bounds.endContainer)) return null;
    const offset = (/** @type {Node} */ node, /** @type {number} */ place) => {
      const before = document.createRange();
      before.setStart(this.node, 0);
      before.setEnd(node, place);
      return before.toString().length;
    };
    return [offset(bounds.startContainer, bounds.startOffset), offset(bounds.endContainer, bounds.endOffset)];
  }

  selected() {
    const bounds = this.selection();
    if (bounds) this.sendMarking(bounds[0], bounds[1]);
  }

  /** Tells of a selection without the spaces at its ends. @param {number} start @param {number} end */
  sendMarking(start, end) {
    const words = this.text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const to = end - (words.length - words.trimEnd().length);
    if (from < to) this.select(characters(this.text, from), characters(this.text, to));
  }

  /** Left and right go from sentence to sentence, with Shift they take more, Enter proposes a row. @param {KeyboardEvent} event */
  key(event) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Enter') { event.preventDefault(); this.selected(); return; }
    if (!step || !this.sentences.length) return;
    event.preventDefault();
    this.at = Math.min(Math.max(0, this.at + step), this.sentences.length - 1);
    if (!event.shiftKey || this.first < 0) this.first = this.at;
    const [low, high] = [Math.min(this.first, this.at), Math.max(this.first, this.at)];
    this.highlight(this.sentences[low][0], this.sentences[high][1]);
  }

  /** Selects letters in the browser's own way. @param {number} start @param {number} end */
  highlight(start, end) {
    const walker = document.createTreeWalker(this.node, NodeFilter.SHOW_TEXT);
    /** @type {[Node, number][]} */
    const ends = [];
    let place = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.textContent ?? '';
      if (!ends.length && start < place + length) ends.push([node, start - place]);
      if (ends.length === 1 && end <= place + length) { ends.push([node, end - place]); break; }
      place += length;
    }
    if (ends.length < 2) return;
    window.getSelection()?.setBaseAndExtent(ends[0][0], ends[0][1], ends[1][0], ends[1][1]);
    ends[0][0].parentElement?.scrollIntoView({ block: 'nearest' });
  }
}
