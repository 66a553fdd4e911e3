// A map or curve, drawn in SVG with style sheets, as a figure whose looks stand in attributes.

import { INK, PAPER } from './sheet.js';
import { draw, put, SVG } from '../shared/dom.js';
import { FONT } from '../shared/font.js';

/** @import { Figure } from '../types' */

export const SHEET_WIDTH = 900;
const EDGE_COLOUR = '#c4ccd3';
const COPIED_STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-size', 'font-weight', 'text-anchor'];

/**
 * A pane as it would stand on a white page: it is drawn out of sight and taken away again.
 * @param {Element} stage
 * @param {string} name
 * @param {number} height
 * @param {(pane: HTMLElement, size: () => void) => void} make draws the pane; calls `size` before it fits
 * @returns {Figure}
 */
export function paneFigure(stage, name, height, make) {
  const page = put(stage, 'div', '', 'stage light');
  page.style.cssText = `position:fixed;left:-99999px;top:0;width:${SHEET_WIDTH}px;--ground:${PAPER};--text:${INK};` +
    `--edge:${EDGE_COLOUR};--font:${FONT}`;
  page.dataset.layout = name;
  const section = put(page, 'section', '', `pane pane-${name}`);
  make(section, () => {
    const frame = /** @type {HTMLElement} */ (section.querySelector('.frame'));
    frame.style.cssText = `height:${height}px;min-height:0;flex:none;border:none`;
  });
  const drawings = /** @type {NodeListOf<SVGSVGElement>} */ (section.querySelectorAll('.frame > svg'));
  const parts = [...drawings].map(flattenStyles);
  page.remove();
  return { width: SHEET_WIDTH, height, parts };
}

/** @param {SVGSVGElement} svg @returns {Element} */
function flattenStyles(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const before = [svg, ...svg.querySelectorAll('*')], after = [copy, ...copy.querySelectorAll('*')];
  before.forEach((from, at) => copyStyles(/** @type {SVGGraphicsElement} */ (from), after[at]));
  for (const part of copy.querySelectorAll('.hold, .runner')) part.remove();
  if (svg.style.left) return mapInset(svg, copy);
  copy.setAttribute('width', String(svg.clientWidth));
  copy.setAttribute('height', String(svg.clientHeight));
  return copy;
}

/** The inset of a map in its corner. @param {SVGSVGElement} svg @param {SVGSVGElement} copy */
function mapInset(svg, copy) {
  const { left, top, width } = svg.style;
  const height = (parseFloat(width) * svg.viewBox.baseVal.height) / svg.viewBox.baseVal.width;
  const place = { x: parseFloat(left), y: parseFloat(top), width: parseFloat(width), height };
  const frame = document.createElementNS(SVG, 'g');
  draw(frame, 'rect', { ...place, fill: PAPER, stroke: EDGE_COLOUR });
  Object.entries(place).forEach(([name, value]) => copy.setAttribute(name, String(value)));
  frame.append(copy);
  return frame;
}

/** @param {SVGGraphicsElement} from @param {Element} to */
function copyStyles(from, to) {
  const style = getComputedStyle(from);
  const scale = style.vectorEffect === 'non-scaling-stroke' ? from.getCTM()?.a ?? 1 : 1;
  for (const name of COPIED_STYLES) {
    const value = style.getPropertyValue(name).replaceAll('"', '');
    to.setAttribute(name, name === 'stroke-width' ? String(parseFloat(value) / scale) : value);
  }
  for (const name of ['class', 'style', 'tabindex', 'role']) to.removeAttribute(name);
  if (from.tagName === 'text' && style.paintOrder.startsWith('stroke') && style.stroke !== 'none') {
    const halo = /** @type {Element} */ (to.cloneNode(true)); // not every program knows the order of painting
    halo.setAttribute('aria-hidden', 'true');
    to.setAttribute('stroke', 'none');
    to.before(halo);
  }
}
