// The buttons that bring a map nearer, or show all of it again.

import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { Words } from '../types' */
/** @import { MapPane } from './map_pane.js' */

/** @param {HTMLElement} box @param {Words} words @param {MapPane} map */
export function drawZoomButtons(box, words, map) {
  const zoom = (/** @type {number} */ by) => map.zoom(by, map.size.width / 2, map.size.height / 2);
  /** @type {[string, string, () => void][]} */
  const buttons = [
    ['+', words.zoom_in, () => zoom(1.5)],
    ['−', words.zoom_out, () => zoom(1 / 1.5)],
    ['◎', words.zoom_near, () => map.near()],
    ['⤢', words.whole_picture, () => map.fit()],
  ];
  for (const [sign, label, act] of buttons) {
    const button = put(box, 'button', sign, 'quiet');
    Object.assign(button, { type: 'button', title: label, onclick: act });
    button.setAttribute('aria-label', label);
  }
  toolbar(box, words.toolbar_zoom);
}
