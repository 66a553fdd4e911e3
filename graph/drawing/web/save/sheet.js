// A picture with its heading, legend and notes on one white sheet: SVG whose text stays text and
// whose looks stand in attributes, so that any program draws it alike.

import { rowsOf, TEXT_SIZE, textWidth } from './text.js';
import { draw, SVG } from '../shared/dom.js';
import { FONT } from '../shared/font.js';

/** @import { Figure, Sample, Sheet } from '../types' */

export const PAPER = '#ffffff';
export const INK = '#1f2933';
const MARGIN = 24, MIN_WIDTH = 520;

class SheetWriter {
  /** @param {number} width */
  constructor(width) {
    this.width = width;
    this.svg = document.createElementNS(SVG, 'svg');
    this.y = MARGIN + TEXT_SIZE;
  }

  /** @param {string} text @param {number} x @param {Record<string, string | number>} looks */
  write(text, x, looks = {}) {
    draw(this.svg, 'text', { x, y: this.y, 'font-size': TEXT_SIZE, fill: INK, ...looks }).textContent = text;
  }

  /** @param {string} heading */
  heading(heading) {
    for (const row of rowsOf(heading, (this.width - 2 * MARGIN) / 1.1)) {
      this.write(row, MARGIN, { 'font-weight': 700 });
      this.y += 22;
    }
  }

  /** @param {Sample[]} legend */
  legend(legend) {
    let x = MARGIN;
    for (const { sample, text } of legend) {
      const room = 34 + textWidth(text) + 22;
      if (x > MARGIN && x + room > this.width - MARGIN) { x = MARGIN; this.y += 24; }
      sample(draw(this.svg, 'g', { transform: `translate(${x} ${this.y - 13})` }));
      this.write(text, x + 34);
      x += room;
    }
    if (legend.length) this.y += 14;
  }

  /** @param {Figure} figure */
  figure({ width, height, parts }) {
    const x = MARGIN + (this.width - 2 * MARGIN - width) / 2;
    draw(this.svg, 'g', { transform: `translate(${x} ${this.y})` }).append(...parts);
    this.y += height + 26;
  }

  /** @param {string[]} notes */
  notes(notes) {
    for (const note of notes.filter(Boolean)) {
      for (const row of rowsOf(note, this.width - 2 * MARGIN)) {
        this.write(row, MARGIN, { 'font-size': TEXT_SIZE - 1 });
        this.y += 21;
      }
    }
  }
}

/**
 * @param {{ name: string, heading: string, picture: Figure, legend?: Sample[], notes: string[] }} content
 * @returns {Sheet}
 */
export function sheetOf({ name, heading, picture, legend = [], notes }) {
  const writer = new SheetWriter(Math.max(picture.width, MIN_WIDTH) + 2 * MARGIN);
  const { svg } = writer;
  draw(svg, 'title', {}).textContent = heading;
  const ground = draw(svg, 'rect', { fill: PAPER });
  writer.heading(heading);
  writer.legend(legend);
  writer.figure(picture);
  writer.notes(notes);
  const size = { width: Math.ceil(writer.width), height: Math.ceil(writer.y + MARGIN - 16) };
  const looks = { ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': FONT };
  Object.entries(looks).forEach(([key, value]) => svg.setAttribute(key, String(value)));
  Object.entries(size).forEach(([key, value]) => ground.setAttribute(key, String(value)));
  return { name, svg };
}
