// The pictures of a stage as they stand at a moment, each on a white sheet to be saved.

import { countsOf } from './moment.js';
import { sumText } from './counts.js';
import { curvePane } from '../curve/curve_pane.js';
import { curveNumbers } from '../curve/curves_pane.js';
import { MapPane } from '../map/map_pane.js';
import { paneFigure, SHEET_WIDTH } from '../save/flatten.js';
import { areaSamples } from '../save/area_samples.js';
import { legendSamples } from '../save/legend_figure.js';
import { sheetOf } from '../save/sheet.js';
import { TEXT_SIZE } from '../save/text.js';
import { FONT } from '../shared/font.js';

/** @import { MapScene, Figure, Hooks, Legend, StageData } from '../types' */
/** @import { Stage } from './stage.js' */

const CURVE_HEIGHT = 480;

/**
 * The part of a legend that the map's arcs need: they are of some types and stances only.
 * @param {Legend} legend @param {MapScene['arcs']} arcs @returns {Legend}
 */
export function legendOn(legend, arcs) {
  const hues = new Set(arcs.map(({ color }) => color)), dashes = new Set(arcs.map((arc) => String(arc.dashes)));
  return {
    ...legend,
    kinds: [],
    lines: legend.lines.filter(({ color }) => hues.has(color)),
    stances: legend.stances.filter((stance) => dashes.has(String(stance.dashes))),
  };
}

/** @param {Stage} stage @param {Hooks} hooks @param {MapScene} scene @returns {Figure} */
function mapFigure(stage, hooks, scene) {
  const height = Math.round((SHEET_WIDTH * scene.height) / scene.width);
  return paneFigure(stage.element, 'map', height, (pane, size) => {
    const drawing = new MapPane(pane, { ...stage.data, map: scene, letter: TEXT_SIZE }, hooks);
    size();
    drawing.areas?.setLevel(stage.map?.areas?.level ?? 0);
    drawing.fit();
    drawing.show(stage.drawnStates, new Set());
  });
}

/** @param {Stage} stage @returns {Figure} */
function curveFigure(stage) {
  return paneFigure(stage.element, 'curve', CURVE_HEIGHT, (pane, size) => {
    const curve = curvePane(pane, { ...stage.data, letter: TEXT_SIZE });
    size();
    curve.show(stage.clock.yearIndex, stage.clock.startIndex);
  });
}

/** @param {StageData} data @param {number} now */
function curveNotes({ curves, curve: { undated }, words }, now) {
  if (curves.length) return [...curves.map((curve) => `${curve.name}${words.colon}${curveNumbers(curve, now, words)}`), words.curves_help];
  const rest = undated.length ? ` ${words.undated}${words.colon}${undated.join(words.comma)}` : '';
  return [`${words.curve_help}${words.stop}${rest}`];
}

/** @param {Stage} stage */
function sumNote({ data, states, earlier, clock }) {
  const { years, words } = data;
  const when = years.length ? `${clock.span}${words.colon}` : '';
  return when + sumText(countsOf(states, data, earlier), words);
}

/** @param {Stage} stage @param {string} name `network`, `map` or `curve` */
export function stageSheet(stage, name) {
  const { data, drawnStates } = stage, { words, about, map } = data;
  const light = { ...stage.hooks, groups: data.groups.light, colours: { ...data.themes.light, font: FONT } };
  const legend = (/** @type {Legend} */ part, hasKinds = false) =>
    legendSamples(part, hasKinds ? light.groups : null, [...drawnStates.values()], words);
  const source = `${about.title} · ${about.source}`;
  const file = ['learned-from', name, data.years[stage.clock.yearIndex]].filter(Boolean).join('-');
  if (name === 'network') {
    const picture = stage.network.figure(light.groups);
    const notes = [sumNote(stage), ...data.network.legend.notes, source];
    return sheetOf({ name: file, heading: about.title, picture, legend: legend(data.network.legend, true), notes });
  }
  if (name === 'map' && map) {
    const part = legendOn(data.network.legend, map.arcs.filter(({ id }) => drawnStates.get(id)));
    const nowhere = map.off_map.length ? `${words.off_map}${words.colon}${map.off_map.length}` : '';
    const notes = [sumNote(stage), nowhere, map.credit, source];
    const picture = mapFigure(stage, light, map);
    const areas = stage.map?.areas;
    const samples = map.adoption && areas ? areaSamples(map.adoption, areas.signs, words) : legend(part);
    return sheetOf({ name: file, heading: map.adoption?.title ?? about.title, picture, legend: samples, notes });
  }
  const heading = data.curves.length ? words.curves_title : data.curve.title;
  return sheetOf({ name: file, heading, picture: curveFigure(stage), notes: [...curveNotes(data, stage.clock.yearIndex), source] });
}
