// The page of an exported large network: it follows the theme of the system.

import { part } from '../../../graph/drawing/web/shared/dom.js';
import { LargeStage } from '../../../graph/drawing/web/large/large_stage.js';

/** @import { LargeData } from '../../../graph/drawing/web/large/large_stage.js' */

/** @param {LargeData} data */
export function openLargePage(data) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const box = /** @type {HTMLElement & { stage?: LargeStage }} */ (part(document, '.box'));
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light', { style } = document.documentElement;
    style.setProperty('--ground', data.themes[theme].ground);
    style.setProperty('--text', data.themes[theme].text);
    box.stage?.close();
    box.stage = new LargeStage(box, data, theme, {
      onPlaces: (places) => { data.places = places; },
      onChoice: (hidden, span) => Object.assign(data, { hidden, span }),
    });
  };
  dark.addEventListener('change', paint);
  paint();
  document.body.dataset.ready = String(data.scene.nodes.length);
}
