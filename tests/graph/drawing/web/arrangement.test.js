// Things that a reader moves: edges go around nodes, steps are taken back, and a lasso holds what is inside.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { moveThings, Steps } from '../../../../graph/drawing/web/network/arrangement.js';
import { polygonHolds } from '../../../../graph/drawing/web/network/lasso.js';
import { fitPathToEnds, isCrossed, routePath, straightPath } from '../../../../graph/drawing/web/network/routes.js';

const node = (id, x, y) => ({ id, label: id, title: id, group: 'Place', x, y });
const edge = (id, from, to, path) => ({ id, from, to, title: id, path });
const SIZE = () => [60, 30];
const room = (x, y) => ({ left: x - 30, top: y - 15, right: x + 30, bottom: y + 15 });

test('a moved thing takes its edges along, and edges that it would hide go around it', () => {
  const scene = {
    nodes: [node('a', 0, 0), node('b', 400, 0), node('c', 200, 200)],
    edges: [edge('ab', 'a', 'b', straightPath([[0, 0], [400, 0]])), edge('ac', 'a', 'c', straightPath([[0, 0], [200, 200]]))],
    columns: [], legend: {},
  };
  const { nodes, edges: [between, own] } = moveThings(scene, { c: [200, 0] }, SIZE);
  assert.deepEqual([nodes[2].x, nodes[2].y], [200, 0]);
  assert.deepEqual(own.path.at(-1), [200, 0]);
  assert.ok(!isCrossed(between.path, [room(200, 0)]));
  assert.deepEqual([between.path[0], between.path.at(-1)], [[0, 0], [400, 0]]);
  assert.equal(moveThings(scene, {}, SIZE), scene); // nothing moved: the same scene
});

test('a way around a wall of nodes crosses none of them', () => {
  const wall = Array.from({ length: 9 }, (_, at) => room(200, 32 * (at - 4)));
  const path = routePath(straightPath([[0, 0], [400, 0]]), [0, 0], [400, 0], wall);
  assert.ok(!isCrossed(path, wall));
  assert.equal((path.length - 1) % 3, 0);
});

test('two edges between the same things do not coincide', () => {
  const first = straightPath([[0, 0], [100, 0]]);
  assert.notDeepEqual(routePath(first, [0, 0], [100, 0], [], [first]), first);
});

test('a carried path keeps its bend', () => {
  const path = fitPathToEnds([[0, 0], [10, 10], [20, 10], [30, 0]], [0, 0], [0, 60]);
  assert.deepEqual(path.map((point) => point.map(Math.round)), [[0, 0], [-20, 20], [-20, 40], [0, 60]]);
});

test('steps are taken back in their order, and a new one ends what could be redone', () => {
  const seen = [];
  const steps = new Steps(() => {});
  steps.take(() => seen.push('a'), () => seen.push('-a'));
  steps.take(() => seen.push('b'), () => seen.push('-b'));
  steps.undo();
  steps.redo();
  steps.undo();
  steps.take(() => seen.push('c'), () => seen.push('-c'));
  steps.redo();
  assert.deepEqual(seen, ['a', 'b', '-b', 'b', '-b', 'c']);
});

test('a lasso holds what is inside, also where it is hollow', () => {
  const hollow = [[0, 0], [100, 0], [100, 100], [50, 20], [0, 100]];
  assert.ok(polygonHolds(hollow, [10, 50]));
  assert.ok(!polygonHolds(hollow, [50, 60]));
});
