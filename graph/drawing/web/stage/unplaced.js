// The things that a picture in the order of time, or the map, cannot place: listed, never dropped.

import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { Hooks, StageData } from '../types' */

/** @param {HTMLElement} box @param {StageData} data @param {Hooks} hooks */
export function drawUnplaced(box, { lines, words, map }, hooks) {
  const undated = lines.filter(({ dated }) => !dated).map(({ id }) => ({ id, reason: '' }));
  drawTray(box, words.tray, undated, hooks, 'undated');
  if (!map || !map.off_map.length) return;
  const reasons = { same: words.off_map_same, nowhere: words.off_map_nowhere };
  drawTray(box, words.off_map, map.off_map.map(({ id, reason }) => ({ id, reason: reasons[reason] })), hooks, 'off-map');
}

/**
 * @param {HTMLElement} box
 * @param {string} title
 * @param {{ id: string, reason: string }[]} items
 * @param {Hooks} hooks
 * @param {string} name
 */
function drawTray(box, title, items, hooks, name) {
  const tray = put(box, 'details', '', `tray tray-${name}`);
  put(tray, 'summary', `${title} · ${items.length}`);
  const list = put(tray, 'div', '', 'chips');
  for (const { id, reason } of items) {
    const chip = put(list, 'button', hooks.sentences.get(id) + (reason ? ` — ${reason}` : ''), 'chip');
    Object.assign(chip, { type: 'button', onclick: () => hooks.onPick({ edge: id }) });
    chip.dataset.line = id;
  }
  toolbar(list, title);
}
