// The curve of a stage: steps that are sure, a hatched band up to what is possible, the undated apart.

import { openAxes, shadeYearsBefore, stepsBack, stepsForth } from './axes.js';
import { CurvesPane } from './curves_pane.js';
import { draw, put } from '../shared/dom.js';
import { nameOn, Pins } from '../shared/pins.js';

/** @import { Note, StageData } from '../types' */
/** @import { Scale } from './axes.js' */
/** @typedef {NonNullable<ReturnType<typeof openAxes>>} Axes */

const MAX_NAMED = 12; // of the places counted in a year

class CurvePane {
  /** @param {HTMLElement} pane @param {StageData} data */
  constructor(pane, data) {
    const { curve, words } = data;
    this.data = data;
    this.yearIndex = data.years.length - 1;
    this.startIndex = 0;
    /** Where the curve is at a moment. @type {(at: number) => { x: number, y: number }} */
    this.pointAt = () => ({ x: 0, y: 0 });
    const heading = put(put(pane, 'div', '', 'top'), 'h2', curve.title);
    this.frame = put(pane, 'div', '', 'frame');
    this.svg = draw(this.frame, 'svg', { role: 'img', 'aria-label': words.curve_help }, 'curve');
    const nameOf = (/** @type {string} */ thing) => (thing in curve.arrivals ? '' : nameOn(data, thing));
    this.pins = new Pins(this.frame, (thing) => this.spotOf(thing), nameOf);
    if (!curve.undated.length) return;
    const count = put(heading, 'small', ` · ${words.undated_count.replace('{count}', String(curve.undated.length))}`);
    count.title = curve.undated.join(words.comma);
  }

  fit() {
    const { curve, years } = this.data;
    const margin = curve.undated.length ? 92 : 12;
    const view = { now: this.yearIndex, largest: Math.max(1, curve.total), rightMargin: () => margin };
    const axes = openAxes(this.frame, this.svg, this.data, view);
    if (!axes) return;
    const looks = { id: 'hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
    const hatch = draw(draw(this.svg, 'defs', {}), 'pattern', looks);
    draw(hatch, 'line', { x1: 0, y1: 0, x2: 0, y2: 7 }, 'hatch');
    if (curve.undated.length) this.drawUndated(axes.right + 14, axes.width - 6, axes);
    if (years.length) this.drawCurve(axes);
    this.pins.place();
  }

  /** Pins notes to the moments at which things are counted. @param {Note[]} notes */
  setNotes(notes) {
    this.pins.show(notes);
  }

  /** Where the curve counts a thing, as far as it has come. @param {string} thing */
  spotOf(thing) {
    const at = this.data.curve.arrivals[thing];
    return at === undefined || at > this.yearIndex ? null : this.pointAt(at);
  }

  /** @param {number} moment @param {number} from where the window begins */
  show(moment, from) {
    this.yearIndex = moment;
    this.startIndex = from;
    this.fit();
  }

  /** @param {Axes} axes */
  drawCurve({ right, top, foot, width, x, y }) {
    const { curve } = this.data, { yearIndex, svg, startIndex } = this;
    shadeYearsBefore(svg, { x, top, foot, from: startIndex });
    const zoom = this.frame.clientWidth / width; // pixels for a unit of the drawing
    this.pointAt = (at) => ({ x: x(at) * zoom, y: y(curve.certain[at] || curve.possible[at]) * zoom });
    const [certain, possible] = [curve.certain, curve.possible].map((counts) => counts.slice(0, yearIndex + 1));
    if (possible.some((count, at) => count > certain[at])) {
      draw(svg, 'path', { d: `${stepsForth(possible, x, y)}${stepsBack(certain, x, y)}Z` }, 'band');
      draw(svg, 'path', { d: stepsForth(possible, x, y) }, 'possible');
    }
    draw(svg, 'path', { d: stepsForth(certain, x, y) }, 'certain');
    draw(svg, 'path', { d: `M${x(yearIndex + 1)} ${top}V${foot}` }, 'moment');
    draw(svg, 'circle', { cx: x(yearIndex + 1), cy: y(curve.certain[yearIndex]), r: 6 }, 'head');
    const certainCount = curve.certain[yearIndex], possibleCount = curve.possible[yearIndex];
    const more = startIndex ? ` (+${certainCount - curve.certain[startIndex - 1]})` : '';
    this.label(x(yearIndex + 1), y(certainCount), `${certainCount}${more}`, right);
    if (possibleCount > certainCount) this.label(x(yearIndex + 1), y(possibleCount), `≤ ${possibleCount}`, right);
    this.drawNames(x, y, right);
  }

  /** @param {number} at @param {number} level @param {string} text @param {number} right */
  label(at, level, text, right) {
    const inside = at > right - 40;
    const place = { x: at + (inside ? -10 : 10), y: level - 8, 'text-anchor': inside ? 'end' : 'start' };
    draw(this.svg, 'text', place, 'count').textContent = text;
  }

  /** Who is new at each step, if few enough. @param {Scale} x @param {Scale} y @param {number} right */
  drawNames(x, y, right) {
    const { curve, years, words } = this.data;
    if (curve.total > MAX_NAMED) return;
    const steps = curve.newcomers.slice(0, this.yearIndex + 1);
    /** @type {DOMRect[]} */
    const taken = [];
    /** @param {string[]} names @param {number} at @param {number} count */
    const name = (names, at, count) => {
      if (!names.length) return;
      const inside = x(at) > right - 130 && years.length > 2;
      const place = { x: x(at) + (inside ? -12 : 8), y: y(count) + 18, 'text-anchor': inside ? 'end' : 'start' };
      const text = draw(this.svg, 'text', place, 'who');
      text.textContent = names.length > 2 ? `${names.slice(0, 2).join(words.comma)} +${names.length - 2}` : names.join(words.comma);
      const box = text.getBBox();
      if (taken.some((other) => overlap(box, other))) text.remove();
      else taken.push(box);
    };
    // what is sure comes first: where both have no room, a name that may be counted gives way
    steps.forEach(({ certain, possible }, at) => {
      const both = [...certain, ...possible.map((who) => `${who}?`)];
      if (certain.length) name(both, at, curve.certain[at]);
    });
    steps.forEach(({ certain, possible }, at) => {
      if (!certain.length) name(possible.map((who) => `${who}?`), at, curve.possible[at]);
    });
  }

  /** The undated: a pile in a strip like the network's column. @param {number} left @param {number} right @param {Axes} axes */
  drawUndated(left, right, { top, foot, y }) {
    const { curve, words } = this.data, { svg } = this;
    const middle = { x: (left + right) / 2, 'text-anchor': 'middle' };
    draw(svg, 'rect', { x: left, y: top - 10, width: right - left, height: foot - top + 10 }, 'strip');
    draw(svg, 'text', { ...middle, y: foot + 20 }, 'tick').textContent = words.undated;
    const level = y(curve.undated.length);
    const bar = draw(svg, 'rect', { x: left + 20, y: level, width: right - left - 40, height: foot - level }, 'pile');
    draw(bar, 'title', {}).textContent = curve.undated.join(words.comma);
    draw(svg, 'text', { ...middle, y: level - 8 }, 'count').textContent = String(curve.undated.length);
  }
}

/** Whether two texts lie on one another. @param {DOMRect} box @param {DOMRect} other */
function overlap(box, other) {
  const apart = box.x > other.x + other.width || other.x > box.x + box.width;
  return !apart && box.y < other.y + other.height && other.y < box.y + box.height;
}

/** One curve, or one for each of several mechanisms. @param {HTMLElement} pane @param {StageData} data */
export function curvePane(pane, data) {
  return data.curves.length ? new CurvesPane(pane, data) : new CurvePane(pane, data);
}
