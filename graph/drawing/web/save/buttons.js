// The buttons that save a picture as SVG or PNG; what goes wrong is told beside them.

import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { Sheet, Words } from '../types' */

const PIXEL_RATIO = 3; // of a PNG

/**
 * @param {Element} parent whose toolbar they join, if it has one
 * @param {string} what the name of the picture
 * @param {Words} words
 * @param {() => Sheet} sheet
 */
export function saveButtons(parent, what, words, sheet) {
  const row = put(parent.querySelector('[role=toolbar]') ?? parent, 'span', '', 'save');
  for (const kind of ['SVG', 'PNG']) {
    const button = put(row, 'button', `⤓ ${kind}`, 'quiet');
    const label = words.save_picture.replace('{what}', what).replace('{kind}', kind);
    Object.assign(button, { type: 'button', title: label, onclick: () => saveOrTell(kind, sheet, alert, words) });
    button.setAttribute('aria-label', label);
  }
  const alert = put(row, 'span', '', 'save-failed');
  alert.setAttribute('role', 'alert');
  if (!row.closest('[role=toolbar]')) toolbar(row, words.toolbar_picture.replace('{what}', what));
}

/** @param {string} kind @param {() => Sheet} sheet @param {Element} alert @param {Words} words */
async function saveOrTell(kind, sheet, alert, words) {
  alert.textContent = '';
  try {
    await save(kind, sheet());
  } catch (error) {
    console.error(error); // with its trace, for a developer
    const reason = error instanceof Error ? error.message : String(error);
    alert.textContent = words.save_failed.replace('{kind}', kind).replace('{reason}', reason);
  }
}

/** @param {string} kind @param {Sheet} sheet */
async function save(kind, { name, svg }) {
  const text = new XMLSerializer().serializeToString(svg);
  const file = kind === 'SVG' ? new Blob([text], { type: 'image/svg+xml' }) : await pixels(text, svg);
  const link = document.createElement('a');
  Object.assign(link, { href: URL.createObjectURL(file), download: `${name}.${kind.toLowerCase()}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} text @param {SVGSVGElement} svg @returns {Promise<Blob>} */
async function pixels(text, svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const sharp = Math.min(PIXEL_RATIO, 16_000 / Math.max(width, height)); // no browser draws more
  Object.assign(canvas, { width: width * sharp, height: height * sharp });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png');
  });
}
