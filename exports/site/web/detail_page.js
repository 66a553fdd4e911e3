// A page that shows one thing or one statement: which, its address says.

import { openFrame, partOf } from './frame.js';
import { part } from '../../../graph/drawing/web/shared/dom.js';

/** @import { Filled } from './types' */

/** The HTML is Python's, where every text in it is escaped. @param {Record<string, Filled>} entries @param {string} name @returns {string | null} its key */
export function fill(entries, name) {
  openFrame();
  const id = partOf(name), box = /** @type {HTMLElement} */ (part(document, '.filled'));
  if (!Object.hasOwn(entries, id)) {
    box.textContent = id ? (box.dataset.unknown ?? '').replace('{id}', () => id) : box.dataset.none ?? '';
    return null;
  }
  const { title, html } = entries[id];
  part(document, 'h1').textContent = title;
  document.title = `${title} · ${document.title.split(' · ').at(-1)}`;
  box.innerHTML = html;
  return id;
}
