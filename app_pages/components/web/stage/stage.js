// A stage inside the page: drawn once for the same data; tells the app what is picked and when.

import { goTo } from '../shared/reveal.js';
import { themeOf } from '../shared/theme.js';
import { Stage } from '../../../../graph/drawing/web/stage/stage.js';

/** @import { Picked, Point, StageData } from '../../../../graph/drawing/web/types' */
/** @typedef {{ moment: number | null, since: number | null, layout: string, level: string, undated: boolean, picked: Picked }} View */
/** @typedef {View & { stage: StageData, evidence: string, height: number, has_filter: boolean, places: Record<string, Point> }} Data */
/** @typedef {HTMLElement & { stage?: Stage, view?: View, content?: string }} StageBox */
/** @typedef {import('../types').Component<Data>} StageComponent */

/** @type {View} */
const FIRST_VIEW = { undated: true, layout: 'all', level: 'finer', moment: null, since: null, picked: null };

/** Draws a stage anew. @param {StageBox} box @param {string} theme @param {StageComponent} component */
function open(box, theme, { data, setStateValue, setTriggerValue }) {
  box.stage?.close();
  box.view = FIRST_VIEW;
  box.style.setProperty('--high', `${data.height}px`);
  const view = () => box.view ?? FIRST_VIEW;
  const tell = (/** @type {keyof View} */ name, /** @type {unknown} */ value) => {
    box.view = { ...view(), [name]: value };
    setStateValue(name, value);
  };
  box.stage = new Stage(box, data.stage, theme, {
    onPick: (picked) => tell('picked', picked),
    onMoment: (year, isLast) => {
      const moment = isLast ? null : year;
      if (moment !== view().moment) tell('moment', moment);
    },
    onSince: (since) => {
      if (since !== view().since) tell('since', since);
    },
    onLayout: (layout) => tell('layout', layout),
    onLevel: (level) => tell('level', level),
    onUndated: (undated) => tell('undated', undated),
    onPlaces: (places) => setStateValue('places', places),
    onOnly: data.has_filter ? (nodes) => setTriggerValue('only', nodes) : undefined,
    onEvidence: () => goTo(data.evidence),
  });
}

/** Shows the view that the app asks for. @param {StageBox} box @param {Data} data */
function follow(box, { moment, since, layout, level, undated, picked, places }) {
  const { stage, view = FIRST_VIEW } = box;
  if (!stage) return;
  stage.network.gestures.follow(places);
  if (undated !== view.undated) stage.setUndated(undated);
  if (layout !== view.layout) stage.setLayout(layout);
  if (level !== view.level) stage.map?.areas?.showLevel(level);
  const isMoved = (moment ?? null) !== view.moment || (since ?? null) !== view.since;
  if (isMoved) stage.go(moment, since);
  if (JSON.stringify(picked) !== JSON.stringify(view.picked)) stage.pick(picked);
  box.view = { moment: moment ?? null, since: since ?? null, layout, level, undated, picked };
}

/** @param {StageComponent} component */
export default function (component) {
  const { data, parentElement } = component;
  const box = /** @type {StageBox} */ (parentElement.querySelector('.box'));
  const theme = themeOf(getComputedStyle(box));
  const content = JSON.stringify([data.stage, theme]);
  if (box.content !== content) {
    box.content = content;
    open(box, theme, component);
  }
  follow(box, data);
}
