// A stage inside the page: drawn once for the same data; tells the app what is picked and when.

import { goTo } from '../shared/reveal.js';
import { themeOf } from '../shared/theme.js';
import { keepFocus } from '../../../../graph/drawing/web/shared/toolbar.js';
import { Stage } from '../../../../graph/drawing/web/stage/stage.js';

/** @import { Picked, Point, StageData } from '../../../../graph/drawing/web/types' */
/** @typedef {{ moment: number | null, since: number | null, layout: string, level: string, undated: boolean, picked: Picked }} View */
/** @typedef {View & { stage: StageData, evidence: string, height: number, has_filter: boolean, places: Record<string, Point> }} Data */
/** @typedef {HTMLElement & { stage?: Stage, view?: View, told?: { name: string, text: string }[], content?: string }} StageBox */
/** @typedef {import('../types').Component<Data>} StageComponent */

/** @type {View} */
const FIRST_VIEW = { undated: true, layout: 'all', level: 'finer', moment: null, since: null, picked: null };

/** Draws a stage anew. @param {StageBox} box @param {string} theme @param {StageComponent} component */
function open(box, theme, { data, setStateValue, setTriggerValue }) {
  box.stage?.close();
  box.view = FIRST_VIEW;
  box.told = [];
  box.style.setProperty('--high', `${data.height}px`);
  const view = () => box.view ?? FIRST_VIEW;
  const tell = (/** @type {keyof View} */ name, /** @type {unknown} */ value) => {
    box.view = { ...view(), [name]: value };
    box.told = [...box.told ?? [], { name, text: JSON.stringify(value) }];
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

/**
 * Whether the app asks for another value than is shown: it also repeats what it was told, one value
 * after another, when the reader may already be further.
 * @param {StageBox} box @param {keyof View} name @param {unknown} value
 */
function isNewRequest(box, name, value) {
  const { told = [], view = FIRST_VIEW } = box, text = JSON.stringify(value);
  const at = told.findLastIndex((each) => each.name === name && each.text === text);
  box.told = told.filter((each, place) => each.name !== name || (at >= 0 && place > at));
  return at < 0 && text !== JSON.stringify(view[name]);
}

/** Shows the view that the app asks for. @param {StageBox} box @param {Data} data */
function showRequestedView(box, data) {
  const { stage } = box;
  if (!stage) return;
  stage.network.gestures.follow(data.places);
  const { undated, layout, level, picked } = data, moment = data.moment ?? null, since = data.since ?? null;
  const asked = Object.entries({ undated, layout, level, moment, since, picked })
    .filter(([name, value]) => isNewRequest(box, /** @type {keyof View} */ (name), value));
  const names = asked.map(([name]) => name);
  const view = box.view = { ...FIRST_VIEW, ...box.view, ...Object.fromEntries(asked) };
  if (names.includes('undated')) stage.setUndated(undated);
  if (names.includes('layout')) stage.setLayout(layout);
  if (names.includes('level')) stage.map?.areas?.showLevel(level);
  if (names.includes('moment') || names.includes('since')) stage.go(view.moment, view.since);
  if (names.includes('picked')) stage.pick(picked);
}

/** @param {StageComponent} component */
export default function (component) {
  const { data, parentElement } = component;
  const box = /** @type {StageBox} */ (parentElement.querySelector('.box'));
  const theme = themeOf(getComputedStyle(box));
  const content = JSON.stringify([data.stage, theme]);
  if (box.content !== content) {
    box.content = content;
    keepFocus(box, () => open(box, theme, component));
  }
  showRequestedView(box, data);
}
