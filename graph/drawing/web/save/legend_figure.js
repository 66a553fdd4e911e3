// The legend of a saved picture: kinds if it has them, types, stances, and what is not certain.

import { INK } from './sheet.js';
import { TEXT_SIZE } from './text.js';
import { draw } from '../shared/dom.js';

/** @import { Groups, Legend, NodeLooks, Sample, State, Words } from '../types' */

/** @param {Record<string, string | number>} looks @returns {(parent: Element) => void} */
function line(looks) {
  return (parent) => { draw(parent, 'path', { d: 'M0 8H28', fill: 'none', 'stroke-width': 3, stroke: '#7f8c8d', ...looks }); };
}

/** @param {NodeLooks} looks @param {string} sign @returns {(parent: Element) => void} */
function chip({ color, shape, font, shapeProperties }, sign) {
  const looks = { fill: color.background, stroke: color.border, 'stroke-width': 1.5 };
  const text = { x: 14, y: 12, 'font-size': 11, 'text-anchor': 'middle', fill: font.color };
  return (parent) => {
    if (shape === 'ellipse') draw(parent, 'ellipse', { cx: 14, cy: 8, rx: 13, ry: 7, ...looks });
    else draw(parent, 'rect', { x: 1, y: 1, width: 26, height: 14, rx: Math.min(7, shapeProperties.borderRadius), ...looks });
    if (sign) draw(parent, 'text', text).textContent = sign;
  };
}

/** @param {State} state @returns {(parent: Element) => void} */
function unsure(state) {
  const looks = { x: 14, y: 14, 'text-anchor': 'middle', 'font-weight': 700, 'font-size': TEXT_SIZE, fill: INK };
  return (parent) => {
    line({ opacity: 0.5 })(parent);
    if (state === 'possible') draw(parent, 'text', looks).textContent = '?';
  };
}

/**
 * @param {Legend} legend
 * @param {Groups | null} groups the looks of kinds, or none for a picture without nodes
 * @param {(State | null)[]} states
 * @param {Words} words
 * @returns {Sample[]}
 */
export function legendSamples({ kinds, lines, stances }, groups, states, words) {
  const unsureStates = /** @type {State[]} */ (['possible', 'undated']).filter((state) => states.includes(state));
  return [
    ...(groups ? kinds.map(({ key, name, sign }) => ({ text: name, sample: chip(groups[key], sign) })) : []),
    ...lines.map(({ name, color, width }) => ({ text: name, sample: line({ stroke: color, 'stroke-width': Math.max(2, width) }) })),
    ...stances.map(({ name, dashes }) => ({ text: name, sample: line({ 'stroke-dasharray': dashes.join(' ') }) })),
    ...unsureStates.map((state) => ({ text: words[`state_${state}`], sample: unsure(state) })),
  ];
}
