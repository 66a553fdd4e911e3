// The legend of a network or map, and the hue of a line in a theme.

import { put } from './dom.js';

/** @import { Legend, NodeLooks, Theme } from '../types' */

/** The hue of a line as a theme shows it. @param {string} hue @param {Pick<Theme, 'shades'>} theme */
export function themedHue(hue, { shades }) {
  return shades[hue] || hue;
}

/**
 * A line as a theme shows it; `ink` is its hue on paper.
 * @template {{ color: string, opacity: number }} T
 * @param {T} line
 * @param {Pick<Theme, 'shades' | 'min_opacity'>} theme
 */
export function themedLine(line, theme, paler = 1) {
  const opacity = Math.max(theme.min_opacity, line.opacity * paler);
  return { ...line, ink: line.color, color: themedHue(line.color, theme), opacity };
}

/** @param {string} drawing our own shapes and numbers only @param {string} name */
function legendItem(drawing, name) {
  const item = document.createElement('span');
  item.className = 'legend-item';
  item.innerHTML = drawing;
  item.append(name);
  return item;
}

const svg = (/** @type {string} */ inner, /** @type {string} */ style) =>
  `<svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true" style="${style}">${inner}</svg>`;

/** @param {string} color @param {number} width @param {string} [dashes] */
function lineSample(color, width, dashes) {
  return svg(`<path d="M0 8H22" stroke-dasharray="${dashes || ''}"/>`, `stroke:${color};stroke-width:${width}`);
}

/** @param {NodeLooks} looks @param {string} sign */
function kindSample({ color, shape, font, shapeProperties }, sign) {
  const style = `fill:${color.background};stroke:${color.border};stroke-width:1.5`;
  const corner = Math.min(7, shapeProperties.borderRadius);
  const inner = shape === 'ellipse'
    ? '<ellipse cx="11" cy="8" rx="10" ry="6.5"/>'
    : `<rect x="1" y="1.5" width="20" height="13" rx="${corner}"/>` +
      `<text x="11" y="12" text-anchor="middle" font-size="11" fill="${font.color}" stroke="none">${sign}</text>`;
  return svg(inner, style);
}

/**
 * @param {Element} box
 * @param {Legend} legend
 * @param {Record<string, NodeLooks>} groups
 * @param {Theme} theme
 */
export function drawLegend(box, legend, groups, theme) {
  box.replaceChildren();
  for (const { key, name, sign } of legend.kinds) box.append(legendItem(kindSample(groups[key], sign), name));
  for (const { name, color, width } of legend.lines)
    box.append(legendItem(lineSample(themedHue(color, theme), Math.max(2, width)), name));
  for (const { name, dashes } of legend.stances)
    box.append(legendItem(lineSample('#888', 2, dashes.map((length) => length / 2).join(' ')), name));
  for (const note of legend.notes) put(box, 'span', note, 'legend-note');
}
