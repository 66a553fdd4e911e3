// Measures the width of texts, and breaks them into rows or shortens them.

import { FONT } from '../shared/font.js';

export const TEXT_SIZE = 16;

/** @type {CanvasRenderingContext2D | null} */
let context = null;

/** @param {string} text */
export function textWidth(text, size = TEXT_SIZE, weight = 400) {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('this browser draws no canvas');
  context.font = `${weight} ${size}px ${FONT}`;
  return context.measureText(text).width;
}

/**
 * Words, and Chinese characters one by one, in rows no wider than there is room.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} measure
 */
export function rowsOf(text, room, measure = textWidth) {
  const rows = [''];
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) || []) {
    const last = rows.length - 1;
    if (rows[last] && measure(rows[last] + part.trimEnd()) > room) rows.push(part.trimStart());
    else rows[last] += part;
  }
  return rows;
}

/**
 * A text cut with an ellipsis so that it is no wider than there is room.
 * @param {string} text
 * @param {number} room
 * @param {(text: string) => number} measure
 */
export function shortened(text, room, measure) {
  let part = text;
  while (part && measure(part === text ? part : `${part}…`) > room) part = part.slice(0, -1);
  return part === text ? text : `${part}…`;
}
