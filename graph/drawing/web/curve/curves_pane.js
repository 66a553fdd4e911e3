// Several curves on one pair of axes: each has a hue and a shape, and its name stands at its end.

import { openAxes, shadeYearsBefore, stepsBack, stepsForth } from './axes.js';
import { shortened, textWidth } from '../save/text.js';
import { draw, put } from '../shared/dom.js';

/** @import { MechanismCurve, StageData, Words } from '../types' */
/** @import { Scale } from './axes.js' */
/** @typedef {NonNullable<ReturnType<typeof openAxes>>} Axes */
/** @typedef {(count: number, rank: number) => number} RankedScale */

/** A hue's own shape about a point. @type {((x: number, y: number, r: number) => string)[]} */
export const SHAPES = [
  (x, y, r) => `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`,
  (x, y, r) => `M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z`,
  (x, y, r) => `M${x} ${y - r * 1.2}L${x + r * 1.2} ${y + r}H${x - r * 1.2}Z`,
  (x, y, r) => `M${x} ${y - r * 1.4}L${x + r * 1.4} ${y}L${x} ${y + r * 1.4}L${x - r * 1.4} ${y}Z`,
  (x, y, r) => `M${x} ${y + r * 1.2}L${x + r * 1.2} ${y - r}H${x - r * 1.2}Z`,
  (x, y, r) => `M${x - r} ${y - r * 0.4}H${x - r * 0.4}V${y - r}H${x + r * 0.4}V${y - r * 0.4}H${x + r}` +
    `V${y + r * 0.4}H${x + r * 0.4}V${y + r}H${x - r * 0.4}V${y + r * 0.4}H${x - r}Z`,
];
const NAMES_AT_RIGHT_PX = 560; // a narrower picture has the names below
const LINE_GAP_PX = 3; // between lines of the same numbers

const rightMargin = (/** @type {number} */ width) => (width >= NAMES_AT_RIGHT_PX ? Math.min(330, width * 0.45) : 18);
const nameWidth = (/** @type {string} */ text) => textWidth(text, 15, 700);

/** @param {MechanismCurve} curve @param {number} now @param {Words} words */
export function curveNumbers(curve, now, words) {
  const { certain, possible, undated, not_stated } = curve;
  /** @type {Record<string, number>} */
  const values = { certain: certain[now] ?? 0, at_most: possible[now] ?? 0, undated, not_stated };
  return words.curve_numbers.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

export class CurvesPane {
  /** @param {HTMLElement} pane @param {StageData} data */
  constructor(pane, data) {
    const { words } = data;
    this.data = data;
    this.yearIndex = data.years.length - 1;
    this.startIndex = 0;
    put(put(pane, 'div', '', 'top'), 'h2', words.curves_title);
    this.frame = put(pane, 'div', '', 'frame');
    this.svg = draw(this.frame, 'svg', { role: 'img', 'aria-label': words.curves_help }, 'curve');
    this.list = put(pane, 'ul', '', 'keys');
    put(pane, 'p', words.curves_help, 'credit');
  }

  /** @param {number} moment @param {number} from where the window begins */
  show(moment, from) {
    this.yearIndex = moment;
    this.startIndex = from;
    this.fit();
  }

  /** One curve of several has no room for notes. */
  setNotes() {}

  fit() {
    const { curves, years } = this.data;
    const largest = Math.max(1, ...curves.flatMap(({ possible }) => possible));
    const axes = openAxes(this.frame, this.svg, this.data, { now: this.yearIndex, largest, rightMargin });
    if (!axes) return;
    const isBroad = axes.width >= NAMES_AT_RIGHT_PX;
    this.list.hidden = isBroad;
    const y = (/** @type {number} */ count, /** @type {number} */ rank) => axes.y(count) - (rank - (curves.length - 1) / 2) * LINE_GAP_PX;
    if (years.length) shadeYearsBefore(this.svg, { ...axes, from: this.startIndex });
    if (years.length) curves.forEach((curve, rank) => this.drawCurve(curve, rank, axes.x, y));
    if (isBroad) this.drawNames(axes, y);
    else this.drawKeys();
  }

  /** @param {MechanismCurve} curve @param {number} rank @param {Scale} x @param {RankedScale} y */
  drawCurve({ certain, possible, hue }, rank, x, y) {
    const { yearIndex, svg } = this;
    const at = (/** @type {number} */ count) => y(count, rank);
    const [sure, most] = [certain, possible].map((counts) => counts.slice(0, yearIndex + 1));
    if (most.some((count, band) => count > sure[band])) {
      draw(svg, 'path', { d: `${stepsForth(most, x, at)}${stepsBack(sure, x, at)}Z`, fill: hue, opacity: 0.16 });
      draw(svg, 'path', { d: stepsForth(most, x, at), fill: 'none', stroke: hue, 'stroke-width': 1.4, 'stroke-dasharray': '5 4' });
    }
    draw(svg, 'path', { d: stepsForth(sure, x, at), fill: 'none', stroke: hue, 'stroke-width': 3, 'stroke-linejoin': 'round' });
    sure.forEach((count, band) => {
      if (band && count > sure[band - 1]) draw(svg, 'path', { d: SHAPES[rank](x(band), at(count), 6), fill: hue }, 'shape');
    });
    const end = Math.max(x(yearIndex) + 7, x(yearIndex + 1) - rank * 15); // side by side where lines end together
    draw(svg, 'path', { d: SHAPES[rank](end, at(certain[yearIndex]), 7), fill: hue }, 'shape');
  }

  /** Names in the order of their ends, a row for each, joined to its line. @param {Axes} axes @param {RankedScale} y */
  drawNames({ right, width, top, foot, x }, y) {
    const { yearIndex, svg, data: { curves, words } } = this, left = right + 16;
    const row = Math.min(52, (foot - top) / curves.length);
    const ends = curves.map((curve, rank) => ({ curve, rank, at: y(curve.certain[yearIndex] ?? 0, rank) })).sort((a, b) => a.at - b.at);
    let last = -Infinity;
    ends.forEach(({ curve, rank, at }, place) => {
      const lowest = foot - (curves.length - place - 0.5) * row;
      const level = Math.min(lowest, Math.max(at, place ? last + row : top + 10));
      last = level;
      draw(svg, 'path', { d: `M${x(yearIndex + 1) + 9} ${at}L${left + 4} ${level}`, fill: 'none', stroke: curve.hue, 'stroke-width': 1 });
      draw(svg, 'path', { d: SHAPES[rank](left + 14, level, 6), fill: curve.hue }, 'shape');
      draw(svg, 'text', { x: left + 28, y: level + 4 }, 'who name').textContent = shortened(curve.name, width - left - 30, nameWidth);
      draw(svg, 'text', { x: left + 28, y: level + 21 }, 'tick').textContent = curveNumbers(curve, yearIndex, words);
    });
  }

  drawKeys() {
    const { curves, words } = this.data;
    this.list.replaceChildren();
    curves.forEach((curve, rank) => {
      const item = put(this.list, 'li', '');
      const sample = draw(item, 'svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true' });
      draw(sample, 'path', { d: SHAPES[rank](11, 8, 6), fill: curve.hue });
      put(item, 'b', curve.name);
      item.append(` ${curveNumbers(curve, this.yearIndex, words)}`);
    });
  }
}
