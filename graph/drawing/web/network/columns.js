// The columns of years behind a network, with their names at its top.

/** @import { Network } from 'vis-network' */
/** @import { Column, Theme } from '../types' */

/** Whether a column is of a year: the others are shaded. @param {string} label */
export const isYear = (label) => /^\d+$/.test(label);

/**
 * @param {Network} network
 * @param {HTMLElement} box
 * @param {Column[]} columns
 * @param {Theme} theme
 * @param {string} font
 * @param {number} letter pixels of a letter's height
 */
export function drawColumns(network, box, columns, theme, font, letter = 15) {
  network.on('beforeDrawing', (context) => {
    const scale = network.getScale();
    const top = network.DOMtoCanvas({ x: 0, y: 0 }).y;
    const bottom = network.DOMtoCanvas({ x: 0, y: box.querySelector('canvas')?.clientHeight ?? 0 }).y;
    context.save();
    Object.assign(context, { lineWidth: 1 / scale, textAlign: 'center', textBaseline: 'top', font: `600 ${letter / scale}px ${font}` });
    for (const { label, left, right } of columns) {
      context.fillStyle = theme.faint + (isYear(label) ? '00' : '14');
      context.fillRect(left, top, right - left, bottom - top);
      context.strokeStyle = theme.faint + '55';
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left, bottom);
      context.stroke();
      context.fillStyle = theme.text + 'cc';
      if ((right - left) * scale > 34) context.fillText(label, (left + right) / 2, top + 10 / scale);
    }
    context.restore();
  });
}
