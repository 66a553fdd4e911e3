// The legend of a map of adoptions: a sample of each span of years, and of what has no year.

import { draw } from '../shared/dom.js';

/** @import { Adoption, Sample, Words } from '../types' */

const LINE = '#6f8594';

/** @param {Element} parent @param {string} fill @param {Record<string, string | number>} [looks] */
const box = (parent, fill, looks = {}) =>
  draw(parent, 'rect', { x: 1, y: 2, width: 26, height: 12, fill, stroke: LINE, 'stroke-width': 1, ...looks });

/** @param {Element} parent */
function silent(parent) {
  box(parent, 'none');
  for (const x of [3, 9, 15, 21]) draw(parent, 'path', { d: `M${x} 14L${x + 6} 2`, stroke: LINE, 'stroke-width': 1 });
}

/** @param {Element} parent */
function drawDottedSample(parent) {
  box(parent, 'none');
  for (const x of [6, 14, 22]) for (const y of [5.5, 10.5]) draw(parent, 'circle', { cx: x, cy: y, r: 1.3, fill: LINE });
}

/** @param {Element} parent */
const unsure = (parent) => void box(parent, 'none', { 'stroke-dasharray': '3 2', 'stroke-width': 2 });

/** @param {Element} parent */
const deniedBox = (parent) => void box(parent, 'none', { 'stroke-width': 2.5 });

/** What a map has besides years. @typedef {{ unsure: boolean, undated: boolean, silent: boolean }} Signs */

/** @param {Adoption} adoption @param {Signs} signs @param {Words} words @returns {Sample[]} */
export function areaSamples({ classes, denied }, signs, words) {
  const spans = classes.map(({ from, to, color }) => ({
    text: from === to ? String(from) : `${from}–${to}`,
    sample: (/** @type {Element} */ parent) => void box(parent, color),
  }));
  return [
    ...spans,
    ...(signs.unsure ? [{ text: words.map_unsure, sample: unsure }] : []),
    ...(signs.undated ? [{ text: words.map_undated, sample: drawDottedSample }] : []),
    { text: words.map_outside, sample: (parent) => void box(parent, 'none') },
    ...(denied.length ? [{ text: words.map_denied, sample: deniedBox }] : []),
    ...(signs.silent ? [{ text: words.map_silent, sample: silent }] : []),
  ];
}
