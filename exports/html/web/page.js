// The page of an exported stage: it follows the theme of the system.

import { part } from '../../../graph/drawing/web/shared/dom.js';
import { Stage } from '../../../graph/drawing/web/stage/stage.js';

/** @import { StageData } from '../../../graph/drawing/web/types' */

/** @param {StageData} data */
export function openPage(data) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const box = /** @type {HTMLElement & { stage?: Stage }} */ (part(document, '.box'));
  /** @type {number | null} */
  let year = null;
  /** @type {number | null} */
  let since = null;
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light', { style } = document.documentElement;
    style.setProperty('--ground', data.themes[theme].ground);
    style.setProperty('--text', data.themes[theme].text);
    box.stage?.close();
    box.stage = new Stage(box, data, theme, {
      onMoment: (moment) => { year = moment; },
      onSince: (first) => { since = first; },
      onPlaces: (places) => { data.places = places; },
      onLevel: (level) => { data.level = level; },
    });
    if (year !== null) box.stage.go(year, since);
    box.stage.network.gestures.follow(data.places ?? {});
    if (data.level) box.stage.map?.areas?.showLevel(data.level);
  };
  dark.addEventListener('change', paint);
  paint();
  document.body.dataset.ready = String(data.network.nodes.length);
}
