// The coloured copy of the query over the page's own text box, whose letters it replaces. The box
// stays what it is: typing, selection, undo, input methods and screen readers are the browser's.

import { tokenRoles } from './roles.js';
import { element } from '../shared/element.js';

/** @import { Fault } from './types' */

const MAX_COLOURED_LETTERS = 20_000; // a longer query stays plain

const LAYER_CSS = `
.query-layer { position: absolute; inset: 0; overflow: hidden; pointer-events: none; border-radius: inherit; }
.query-layer pre { margin: 0; padding: 10px 12px; border: 0; box-sizing: border-box; background: none; color: inherit; overflow: visible; }
.query-layer pre, textarea.query-box { font: 14px/22px "Source Code Pro", ui-monospace, monospace !important; letter-spacing: 0;
  white-space: pre-wrap !important; overflow-wrap: break-word !important; word-break: normal; tab-size: 4; }
textarea.query-box { padding: 10px 12px !important; }
textarea.query-box.coloured { -webkit-text-fill-color: transparent; }
.query-layer { --keyword: #8a2be2; --name: #0a5c8f; --string: #2c6e1f; --number: #a0410d; --comment: #5a6270;
  --fault: #c01c28; --warn: #9a5b00; }
.query-layer.dark { --keyword: #d3a6ff; --name: #7cc7f5; --string: #a5d98f; --number: #f5b183; --comment: #a8b0bb;
  --fault: #ff8f8f; --warn: #ffc46b; }
.query-layer .keyword { color: var(--keyword); font-weight: 600; }
.query-layer .label, .query-layer .type, .query-layer .prefixed, .query-layer .iri { color: var(--name); }
.query-layer .function { color: var(--keyword); }
.query-layer .string { color: var(--string); }
.query-layer .number, .query-layer .parameter { color: var(--number); }
.query-layer .comment { color: var(--comment); }
.query-layer .fault { text-decoration: underline wavy var(--warn) 1.5px; text-underline-offset: 3px; }
.query-layer .fault.error { text-decoration-color: var(--fault); }
@media (forced-colors: active) {
  textarea.query-box.coloured { -webkit-text-fill-color: currentcolor; }
  .query-layer pre span { color: transparent; } .query-layer pre { color: transparent; }
}`;

/** The ends of all pieces and faults, in order. @param {string} text @param {{ start: number, end: number }[]} parts */
function pieceBorders(text, parts) {
  return [...new Set([0, text.length, ...parts.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
}

export class Layer {
  /** @param {HTMLTextAreaElement} box @param {boolean} isDark */
  constructor(box, isDark) {
    this.box = box;
    this.text = element('pre', {});
    this.sheet = element('style', {}, LAYER_CSS);
    this.node = element('div', { class: `query-layer${isDark ? ' dark' : ''}`, 'aria-hidden': 'true' }, this.sheet, this.text);
    box.parentElement?.append(this.node);
    box.classList.add('query-box');
    box.addEventListener('scroll', () => this.followScrolling());
    this.observer = new ResizeObserver(() => this.followScrolling());
    this.observer.observe(box);
  }

  get isAttached() { return this.box.isConnected && this.node.isConnected; }

  followScrolling() {
    this.text.style.width = `${this.box.clientWidth}px`;
    this.text.style.transform = `translateY(${-this.box.scrollTop}px)`;
  }

  /** @param {string} language @param {Fault[]} faults */
  draw(language, faults) {
    const text = this.box.value;
    const isColoured = text.length <= MAX_COLOURED_LETTERS;
    this.box.classList.toggle('coloured', isColoured);
    this.box.classList.add('query-box');
    this.text.replaceChildren(...(isColoured ? this.pieces(text, language, faults) : []), '\n');
    this.followScrolling();
  }

  /** @param {string} text @param {string} language @param {Fault[]} faults */
  pieces(text, language, faults) {
    const tokens = tokenRoles(text, language);
    const cuts = pieceBorders(text, [...tokens, ...faults]);
    let at = 0;
    return cuts.slice(0, -1).map((start, place) => {
      const piece = text.slice(start, cuts[place + 1]);
      while (tokens[at] && tokens[at].end <= start) at += 1;
      const token = tokens[at] && tokens[at].start <= start ? tokens[at] : undefined;
      const fault = faults.find((one) => one.start <= start && start < one.end);
      const names = [token?.role ?? token?.kind ?? '', token?.kind ?? '', fault ? `fault${fault.is_error ? ' error' : ''}` : ''];
      return token || fault ? element('span', { class: names.filter(Boolean).join(' ') }, piece) : piece;
    });
  }

  /** Where a letter stands in the window. @param {number} offset */
  spot(offset) {
    const walker = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (left <= length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, Math.min(left + 1, length));
        const boxes = range.getClientRects();
        return boxes[boxes.length - 1] ?? range.getBoundingClientRect();
      }
      left -= length;
    }
    return this.box.getBoundingClientRect();
  }

  remove() {
    this.observer.disconnect();
    this.node.remove();
    this.box.classList.remove('coloured', 'query-box');
  }
}
