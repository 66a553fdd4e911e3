// A large network inside the page: drawn once for the same data; tells the app what is picked.

import { reveal } from '../shared/reveal.js';
import { themeOf } from '../shared/theme.js';
import { keepFocus } from '../../../../graph/drawing/web/shared/toolbar.js';
import { LargeStage } from '../../../../graph/drawing/web/large/large_stage.js';

/** @import { Picked, Point } from '../../../../graph/drawing/web/types' */
/** @import { LargeData } from '../../../../graph/drawing/web/large/large_stage.js' */

/**
 * @typedef {object} View
 * @property {Picked} picked
 * @property {Record<string, Point>} places where the reader has put things
 * @property {number} height
 * @property {string | null} start what is looked at while nothing is picked
 * @property {string} evidence
 */
/** @typedef {import('../types').Component<LargeData & View>} LargeComponent */
/** @typedef {HTMLElement & { stage?: LargeStage, content?: string, start?: string | null, pickShown?: string }} LargeBox */

const SPACE_ABOVE_PX = 300; // and for the first line below the picture

/** Draws a picture anew. @param {LargeBox} box @param {LargeComponent} component @param {string} theme */
function open(box, { data, setStateValue }, theme) {
  box.stage?.close();
  box.style.setProperty('--high', `${Math.max(data.height, window.innerHeight - SPACE_ABOVE_PX)}px`);
  box.stage = new LargeStage(box, data, theme, {
    onPick: (picked) => {
      box.pickShown = JSON.stringify(picked);
      setStateValue('picked', picked);
      reveal(data.evidence);
    },
    onPlaces: (places) => setStateValue('places', places),
    onChoice: (hidden, span) => setStateValue('choice', { hidden, span }),
  });
  box.start = data.start; // all is in sight at first
  box.pickShown = undefined;
}

/** @param {LargeComponent} component */
export default function (component) {
  const { data, parentElement } = component;
  const box = /** @type {LargeBox} */ (parentElement.querySelector('.box'));
  const theme = themeOf(getComputedStyle(box)), content = JSON.stringify([data.scene, data.words, data.height, theme]);
  if (box.content !== content) {
    box.content = content;
    keepFocus(box, () => open(box, component, theme));
  }
  const { stage } = box;
  if (!stage) return;
  stage.pane.gestures.follow(data.places);
  const pick = JSON.stringify(data.picked);
  if (box.pickShown !== pick) stage.pick(data.picked);
  box.pickShown = pick;
  if (box.start !== data.start && data.start) stage.pane.lookAt(data.start);
  box.start = data.start;
}
