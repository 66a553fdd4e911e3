// Paths of edges: where they are, how far, and where they enter a box.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  arrowhead, arrowSize, bezierPoint, boxHolds, pathDistance, pathMiddle, pathPoint, pathPoints, pathTip, svgPath,
} from '../../../../graph/drawing/web/network/edge_path.js';

const LINE = [[0, 0], [10, 0], [20, 0], [30, 0]];
const CORNER = [...LINE, [30, 10], [30, 20], [30, 30]];
const BOX = { left: 20, top: -5, right: 40, bottom: 5, x: 30, y: 0, isRound: false };

test('a curve begins and ends at its first and last point', () => {
  assert.deepEqual(bezierPoint([[0, 0], [5, 9], [9, 3]], 0), [0, 0]);
  assert.deepEqual(bezierPoint([[0, 0], [5, 9], [9, 3]], 1), [9, 3]);
  assert.deepEqual(bezierPoint([[0, 0], [10, 10], [20, 0]], 0.5), [10, 5]);
});

test('a path of two curves joins them', () => {
  assert.deepEqual(pathPoint(CORNER, 0.5), [30, 0]);
  assert.deepEqual(pathPoint(CORNER, 1), [30, 30]);
  assert.equal(pathPoints(CORNER, 4).length, 9);
});

test('the middle is half-way by length', () => {
  assert.deepEqual(pathMiddle(LINE).map(Math.round), [15, 0]);
  assert.deepEqual(pathMiddle(CORNER).map(Math.round), [30, 0]);
});

test('the distance to a path is that of its nearest point', () => {
  assert.ok(Math.abs(pathDistance(LINE, [15, 7]) - 7) < 1e-9);
  assert.ok(Math.abs(pathDistance(LINE, [33, 4]) - 5) < 1e-9);
  assert.equal(pathDistance(CORNER, [30, 20]), 0);
});

test('an ellipse holds less than the box about it', () => {
  assert.ok(boxHolds(BOX, [21, 4]));
  assert.ok(!boxHolds({ ...BOX, isRound: true }, [21, 4]));
  assert.ok(!boxHolds(BOX, [19, 0]));
});

test('an arrow ends at the border of the box, in the direction of the path', () => {
  const { tip, turn } = pathTip(LINE, BOX);
  assert.ok(Math.abs(tip[0] - 20) < 0.2 && tip[1] === 0);
  assert.ok(Math.abs(turn) < 1e-9);
  const [point, low, back, high] = arrowhead(tip, 0, 10);
  assert.deepEqual(point, tip);
  assert.ok(low[1] === 3 && high[1] === -3 && Math.abs(back[0] - tip[0] + 9) < 1e-9);
  assert.equal(arrowSize({ width: 4, arrow: 0.9 }), 25.5);
});

test('a path is written as SVG', () => {
  assert.equal(svgPath(LINE), 'M0 0C10 0 20 0 30 0');
});
