// Small multiples that the app has drawn as SVG: a click on a thing, line or area opens its evidence.
// They are one stop of Tab: arrow keys walk among what is drawn, pane by pane, and Enter opens it.

import { reveal } from '../shared/reveal.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';
import { oneStop } from '../../../../graph/drawing/web/shared/toolbar.js';

const SHAPES = '[data-pick]:not(.reach)';
const OPENING_KEYS = ['Enter', ' '];

/** @typedef {{ svg: string, names: Record<string, string>, label: string, picked: string | null, evidence: string }} MultiplesData */

/** Lines are thin: a wider one that nobody sees takes the clicks. @param {Element} picture */
function widenLines(picture) {
  for (const line of picture.querySelectorAll('path[data-pick][fill="none"]')) {
    const reach = /** @type {Element} */ (line.cloneNode());
    reach.setAttribute('class', 'reach');
    line.after(reach);
  }
}

/** Each shape says what it is and in which pane. @param {Element} picture @param {Record<string, string>} names */
function nameShapes(picture, names) {
  for (const shape of picture.querySelectorAll(SHAPES)) {
    const pane = shape.closest('[data-part]')?.getAttribute('data-part') ?? '';
    shape.setAttribute('role', 'button');
    shape.setAttribute('aria-label', `${names[shape.getAttribute('data-pick') ?? '']} · ${pane}`);
  }
}

/** @param {HTMLElement} frame @param {MultiplesData} data */
function draw(frame, { svg, names, label }) {
  const picture = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-label', label);
  widenLines(picture);
  nameShapes(picture, names);
  frame.replaceChildren(picture);
  if (!frame.hasAttribute('data-stop')) oneStop(frame, SHAPES);
}

/** @param {HTMLElement} frame @param {string | null} picked */
function showPicked(frame, picked) {
  for (const shape of frame.querySelectorAll(SHAPES)) {
    shape.classList.toggle('picked', shape.getAttribute('data-pick') === picked);
  }
}

/** @param {import('../types').Component<MultiplesData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const frame = /** @type {HTMLElement & { content?: string }} */ (part(parentElement, '.multiples'));
  if (frame.content !== data.svg) draw(frame, data);
  frame.content = data.svg;
  showPicked(frame, data.picked);
  const pick = (/** @type {Event} */ { target }) => {
    const id = /** @type {Element} */ (target).closest('[data-pick]')?.getAttribute('data-pick');
    if (!id) return;
    showPicked(frame, id);
    setTriggerValue('picked', id);
    reveal(data.evidence);
  };
  frame.onclick = pick;
  frame.onkeydown = (event) => {
    if (!OPENING_KEYS.includes(event.key)) return;
    event.preventDefault();
    pick(event);
  };
}
