// Small multiples that the app has drawn as SVG: a click on a thing, line or area opens its evidence.

import { reveal } from '../shared/reveal.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';

/** @typedef {{ svg: string, label: string, picked: string | null, evidence: string }} MultiplesData */

/** Lines are thin: a wider one that nobody sees takes the clicks. @param {Element} picture */
function widenLines(picture) {
  for (const line of picture.querySelectorAll('path[data-pick][fill="none"]')) {
    const reach = /** @type {Element} */ (line.cloneNode());
    reach.setAttribute('class', 'reach');
    line.after(reach);
  }
}

/** @param {HTMLElement} frame @param {MultiplesData} data */
function draw(frame, { svg, label }) {
  const picture = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', label);
  widenLines(picture);
  frame.replaceChildren(picture);
}

/** @param {HTMLElement} frame @param {string | null} picked */
function showPicked(frame, picked) {
  for (const shape of frame.querySelectorAll('[data-pick]:not(.reach)')) {
    shape.classList.toggle('picked', shape.getAttribute('data-pick') === picked);
  }
}

/** @param {import('../types').Component<MultiplesData>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const frame = /** @type {HTMLElement & { content?: string }} */ (part(parentElement, '.multiples'));
  if (frame.content !== data.svg) draw(frame, data);
  frame.content = data.svg;
  showPicked(frame, data.picked);
  frame.onclick = ({ target }) => {
    const id = /** @type {Element} */ (target).closest('[data-pick]')?.getAttribute('data-pick');
    if (!id) return;
    showPicked(frame, id);
    setTriggerValue('picked', id);
    reveal(data.evidence);
  };
}
