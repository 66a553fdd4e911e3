// The axes of a curve: round numbers, as many years as there is room for, and steps along counts.

import { draw } from '../shared/dom.js';

/** @typedef {(value: number) => number} Scale */

const TICK_TEXT_PX = 14; // the smallest text
const TICK_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** Round numbers from 0 on, at most six. @param {number} top the largest count */
export function ticks(top) {
  const step = TICK_STEPS.find((size) => top / size <= 5) || top;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
}

/**
 * Clears a frame and draws its axes; gives the room, and where a year (a band) and a count stand.
 * @param {HTMLElement} frame
 * @param {SVGSVGElement} svg
 * @param {{ years: number[], letter?: number }} data
 * @param {{ now: number, largest: number, rightMargin: Scale }} view
 * @returns null without room
 */
export function openAxes(frame, svg, { years, letter = TICK_TEXT_PX }, { now, largest, rightMargin }) {
  const grow = letter / TICK_TEXT_PX;
  const width = frame.clientWidth / grow, height = frame.clientHeight / grow;
  if (!width || !height) return null;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.replaceChildren();
  const left = 40, right = width - rightMargin(width), top = 28, foot = height - 30;
  const x = (/** @type {number} */ at) => left + ((right - left) * at) / Math.max(1, years.length);
  const y = (/** @type {number} */ count) => foot - ((foot - top) * count) / largest;
  for (const count of ticks(largest)) {
    draw(svg, 'path', { d: `M${left} ${y(count)}H${right}` }, 'grid');
    draw(svg, 'text', { x: left - 8, y: y(count) + 5, 'text-anchor': 'end' }, 'tick').textContent = String(count);
  }
  const every = Math.ceil((48 * years.length) / Math.max(1, right - left));
  years.forEach((year, at) => {
    if ((years.length - 1 - at) % every) return;
    const text = draw(svg, 'text', { x: x(at + 0.5), y: foot + 20, 'text-anchor': 'middle' }, `tick${at === now ? ' now' : ''}`);
    text.textContent = String(year);
  });
  return { width, right, top, foot, x, y };
}

/**
 * Shades the years before a window.
 * @param {SVGSVGElement} svg
 * @param {{ x: Scale, top: number, foot: number, from: number }} view
 */
export function shadeYearsBefore(svg, { x, top, foot, from }) {
  if (from) draw(svg, 'rect', { x: x(0), y: top - 10, width: x(from) - x(0), height: foot - top + 10 }, 'strip');
}

/** Steps along counts, a band each, as a path. @param {number[]} counts @param {Scale} x @param {Scale} y */
export function stepsForth(counts, x, y) {
  return `M${x(0)} ${y(counts[0])}${counts.map((count, at) => `V${y(count)}H${x(at + 1)}`).join('')}`;
}

/** The same steps back, as the end of a path. @param {number[]} counts @param {Scale} x @param {Scale} y */
export function stepsBack(counts, x, y) {
  return counts.map((count, at) => `V${y(count)}H${x(at)}`).reverse().join('');
}
