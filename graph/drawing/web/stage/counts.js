// The counts that add up to all links, in words with a sample of how each is drawn.

import { put } from '../shared/dom.js';

/** @import { Words } from '../types' */

const sample = (/** @type {string} */ inner) => `<svg viewBox="0 0 34 14" aria-hidden="true">${inner}</svg>`;
/** Each part of the sum: its key, its sample, and the sign after it. @type {[string, string, string][]} */
const SUM_ROWS = [
  ['certain', sample('<path d="M1 7H33"/>'), '+'],
  ['possible', sample('<path class="pale" d="M1 7H33"/><text x="17" y="12">?</text>'), '+'],
  ['undated', sample('<path class="pale" d="M1 7H33"/>'), '+'],
  ['earlier', '', '+'],
  ['later', '', '+'],
  ['left_out', '', '='],
  ['total', '', ''],
];

/** The parts of the sum; what is before a window, only if there is some. @param {Record<string, number>} values */
const partsOf = (values) => SUM_ROWS.filter(([key]) => key !== 'earlier' || values.earlier);

/** @param {string} key @param {Record<string, number>} values @param {Words} words */
const counted = (key, values, words) => words[`sum_${key}`].replace('{count}', String(values[key]));

/** The sum as one sentence. @param {Record<string, number>} values @param {Words} words */
export function sumText(values, words) {
  return partsOf(values).map(([key, , sign]) => `${counted(key, values, words)} ${sign}`).join(' ').trim();
}

/** @param {HTMLElement} box @param {Record<string, number>} values @param {Words} words */
export function showCounts(box, values, words) {
  box.replaceChildren();
  partsOf(values).forEach(([key, drawing, sign]) => {
    const item = put(box, 'span', '');
    item.innerHTML = drawing; // our own shapes only
    item.append(counted(key, values, words), ` ${sign}`);
  });
  Object.assign(box.dataset, values);
}
