// Moments, views, keys, names on a map and ticks: what needs no page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stepsBack, stepsForth, ticks } from '../../../../graph/drawing/web/curve/axes.js';
import { curveNumbers, SHAPES } from '../../../../graph/drawing/web/curve/curves_pane.js';
import { areaState, colourOf } from '../../../../graph/drawing/web/map/area_state.js';
import { fullView, nearView, zoomView } from '../../../../graph/drawing/web/map/map_view.js';
import { arcTo, DOT_RADIUS_PX, placeNames } from '../../../../graph/drawing/web/map/shapes.js';
import { horizontalExtent, legibleView } from '../../../../graph/drawing/web/network/fit.js';
import { neighboursAhead } from '../../../../graph/drawing/web/network/keys.js';
import { rowsOf, shortened } from '../../../../graph/drawing/web/save/text.js';
import { themedLine } from '../../../../graph/drawing/web/shared/legend.js';
import { sumText } from '../../../../graph/drawing/web/stage/counts.js';
import { placeAfter } from '../../../../graph/drawing/web/shared/toolbar.js';
import { bestStates, countsOf, isEarlier, stateAt } from '../../../../graph/drawing/web/stage/moment.js';
import { legendOn } from '../../../../graph/drawing/web/stage/sheets.js';

const measure = (text) => text.length * 10;

test('a line is possible before it is certain, and undated at every moment', () => {
  const line = { dated: true, onset: [1, 3] };
  assert.deepEqual([0, 1, 2, 3].map((now) => stateAt(line, now)), [null, 'possible', 'possible', 'certain']);
  assert.equal(stateAt({ dated: false, onset: [null, null] }, 0), 'undated');
  assert.equal(stateAt({ dated: true, onset: [0, null] }, 9), 'possible');
});

test('in a window a line is certain only if it came about within it', () => {
  const line = { dated: true, onset: [1, 3] };
  const state = (now, from) => stateAt(line, now, from);
  assert.deepEqual([state(3, 0), state(3, 1), state(3, 2), state(3, 3), state(4, 4)],
    ['certain', 'certain', 'possible', 'possible', null]);
  assert.deepEqual([isEarlier(line, 3), isEarlier(line, 4), isEarlier({ dated: false, onset: [null, null] }, 4)], [false, true, false]);
  assert.equal(stateAt({ dated: false, onset: [null, null] }, 4, 4), 'undated');
});

test('an end has the firmest state of its lines', () => {
  const states = new Map([['1', 'undated'], ['2', 'certain'], ['3', null]]);
  const best = bestStates([['1', ['a', 'b']], ['2', ['b', 'c']], ['3', ['d']]], states);
  assert.deepEqual([...best], [['a', 'undated'], ['b', 'certain'], ['c', 'certain']]);
});

test('the counts add up to the whole', () => {
  const states = new Map([['1', 'undated'], ['2', 'certain'], ['3', null]]);
  const { total, ...parts } = countsOf(states, { left_out: 4, total: 7 });
  assert.equal(Object.values(parts).reduce((sum, count) => sum + count), total);
  const keys = ['certain', 'possible', 'undated', 'later', 'left_out', 'total'];
  const words = Object.fromEntries(keys.map((key) => [`sum_${key}`, `${key} {count}`]));
  assert.match(sumText({ total, ...parts }, words), /^certain 1 \+ possible 0 \+ .* left_out 4 = total 7$/);
});

test('ticks are round and at most six', () => {
  assert.deepEqual(ticks(1), [0, 1]);
  assert.deepEqual(ticks(23), [0, 5, 10, 15, 20]);
  for (const top of [3, 9, 77, 499, 12_345, 90_000]) assert.ok(ticks(top).length <= 6);
});

test('steps go forth and back along the same corners', () => {
  const same = (value) => value;
  assert.equal(stepsForth([1, 2], same, same), 'M0 1V1H1V2H2');
  assert.equal(stepsBack([1, 2], same, same), 'V2H1V1H0');
});

test('a curve says its numbers, and every hue has a shape', () => {
  const curve = { certain: [1, 2], possible: [1, 3], undated: 4, not_stated: 5 };
  assert.equal(curveNumbers(curve, 1, { curve_numbers: '{certain} to {at_most}, {undated}, {not_stated}' }), '2 to 3, 4, 5');
  assert.equal(new Set(SHAPES.map((shape) => shape(0, 0, 5))).size, SHAPES.length);
});

test('a map is whole at first, and a zoom keeps its point', () => {
  const view = fullView({ width: 100, height: 50 }, { width: 300, height: 300 });
  assert.deepEqual(view, { scale: 3, x: 0, y: 75, minScale: 3 });
  const closer = zoomView(view, 2, 150, 150);
  assert.equal((150 - closer.x) / closer.scale, (150 - view.x) / view.scale);
  assert.equal(zoomView(view, 0.1, 0, 0).scale, 3);
  const near = nearView(view, [[40, 20], [60, 30]], { width: 300, height: 300 });
  assert.equal(50 * near.scale + near.x, 150);
});

test('an arc stops before its dot', () => {
  const { tip } = arcTo([[0, 0], [30, -10], [70, -10], [100, 0]]);
  assert.ok(Math.abs(Math.hypot(tip[0] - 100, tip[1]) - DOT_RADIUS_PX - 3) < 1e-9);
});

test('names on a map never overlap', () => {
  const dots = [0, 1, 2, 3].map((at) => ({ name: 'Sanming', x: 100 + 5 * at, y: 100 }));
  placeNames(dots, [], { width: 300, height: 300 }, 15, measure);
  const boxes = dots.flatMap(({ label }) => (label ? [[label.x, label.y - 8, label.x + label.wide, label.y + 8]] : []));
  assert.ok(boxes.length > 1);
  boxes.forEach(([l, t, r, b], at) => boxes.slice(at + 1).forEach(([left, top, right, bottom]) => {
    assert.ok(r < left || l > right || b < top || t > bottom);
  }));
});

test('names are never smaller than can be read', () => {
  const nodes = [{ x: 0, y: 0 }, { x: 5000, y: 100 }];
  const view = legibleView([], nodes, 800, 600, 0.9);
  assert.equal(view.scale, 0.9);
  assert.equal(view.isFull, false);
  assert.equal(legibleView([], [{ x: 0, y: 0 }], 800, 600, 0.9).isFull, true);
  assert.deepEqual(horizontalExtent([{ left: -200, right: 10 }, { left: 900, right: 990 }], [{ x: 0 }]), [-200, 80]);
});

test('an arrow key goes to the nearest node ahead', () => {
  const others = [{ id: 'far', x: 90, y: 0 }, { id: 'near', x: 40, y: 5 }, { id: 'behind', x: -20, y: 0 }];
  assert.deepEqual(neighboursAhead({ x: 0, y: 0 }, others, 'ArrowRight'), ['near', 'far']);
  assert.deepEqual(neighboursAhead({ x: 0, y: 0 }, others, 'ArrowLeft'), ['behind']);
});

test('text is broken after words and between Chinese characters', () => {
  assert.deepEqual(rowsOf('one two three', 80, measure).map((row) => row.trimEnd()), ['one two', 'three']);
  assert.deepEqual(rowsOf('三明医改', 20, measure), ['三明', '医改']);
  assert.equal(shortened('Sanming', 50, measure), 'Sanm…');
  assert.equal(shortened('Sanming', 70, measure), 'Sanming');
});

test('a theme changes a hue, and no line is paler than its least opacity', () => {
  const theme = { shades: { '#000': '#fff' }, min_opacity: 0.6 };
  const line = themedLine({ id: 'a', color: '#000', opacity: 0.9 }, theme, 0.1);
  assert.deepEqual(line, { id: 'a', ink: '#000', color: '#fff', opacity: 0.6 });
});

test('the legend of a map has only what its arcs use', () => {
  const legend = { kinds: [1], lines: [{ color: 'a' }, { color: 'b' }], stances: [{ dashes: [2, 6] }, { dashes: [8, 6] }] };
  const part = legendOn(legend, [{ color: 'b', dashes: [2, 6] }]);
  assert.deepEqual(part, { kinds: [], lines: [{ color: 'b' }], stances: [{ dashes: [2, 6] }] });
});

test('an area has the first year in it, as sure as that is', () => {
  const years = [1998, 1999, 2000, 2001];
  const lines = new Map([
    ['open', { dated: true, onset: [0, 3] }], ['span', { dated: true, onset: [1, 2] }],
    ['sure', { dated: true, onset: [2, 2] }], ['none', { dated: false, onset: [null, null] }],
  ]);
  const state = (ids, drawn) => areaState(ids, new Map(drawn.map((id) => [id, 'certain'])), lines, years);
  assert.equal(state(['sure'], ['sure']).text, '2000');
  assert.equal(state(['span', 'sure'], ['span', 'sure']).text, '1999–2000');
  assert.equal(state(['open'], ['open']).text, '≤2001');
  assert.equal(state(['none'], ['none']).kind, 'undated');
  assert.equal(state(['sure', 'none'], ['none', 'sure']).kind, 'year');
  assert.equal(state(['sure'], []).kind, 'outside');
  const classes = [{ from: 1999, to: 2000, color: 'a' }, { from: 2001, to: 2004, color: 'b' }];
  assert.deepEqual([1999, 2000, 2001, 2009].map((year) => colourOf(classes, year)), ['a', 'a', 'b', 'b']);
});

test('a name without room beside its dot is written short', () => {
  const dots = [{ name: 'Rhode Island 1999', short: 'RI 1999', x: 60, y: 60 }];
  placeNames(dots, [], { width: 150, height: 120 }, 15, measure);
  assert.equal(dots[0].label.text, 'RI 1999');
});

test('keys walk round a toolbar, and other keys stay those of the page', () => {
  const walk = (at, ...keys) => keys.reduce((place, key) => placeAfter(key, place, 4), at);
  assert.equal(walk(0, 'ArrowRight', 'ArrowDown'), 2);
  assert.equal(walk(3, 'ArrowRight'), 0);
  assert.equal(walk(0, 'ArrowLeft', 'ArrowUp'), 2);
  assert.deepEqual([walk(2, 'Home'), walk(1, 'End')], [0, 3]);
  for (const key of [' ', ',', 'Tab', 'Enter', 'toString']) assert.equal(placeAfter(key, 1, 4), null);
});
