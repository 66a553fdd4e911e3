// Large networks: what a choice shows, which names have room, and edges side by side.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chosenPart, largePath, mayBeWithin, unpackEdges, yearsOf } from '../../../../graph/drawing/web/large/large_scene.js';
import { namesWithRoom } from '../../../../graph/drawing/web/large/names.js';

const node = (id, group, x, y) => ({ id, name: id, title: id, group, x, y, size: 5, links: 1 });
const look = { type: 'LEARNED_FROM', color: '#000', opacity: 1, width: 1, dashes: false, arrow: 1 };
const SCENE = {
  nodes: [node('a', 'Place', 0, 0), node('b', 'Place', 300, 0), node('c', 'Event', 0, 300)],
  looks: [look],
  edges: [
    ['ab', 0, 1, 0, '', 2001, 2003], ['ba', 1, 0, 0, '', 2010, null], ['ac', 0, 2, 0, '', null, null],
  ],
  legend: { kinds: [], lines: [], stances: [], notes: [] },
};
const NODES = new Map(SCENE.nodes.map((each) => [each.id, each]));
const shown = (choice) => chosenPart(unpackEdges(SCENE), NODES, choice).edges.map(({ id }) => id);

test('a window of years leaves out what lies outside it, and nothing that has no date', () => {
  assert.deepEqual(shown({ kinds: new Set(), span: null }), ['ab', 'ba', 'ac']);
  assert.deepEqual(shown({ kinds: new Set(), span: [2000, 2002] }), ['ab', 'ac']);
  assert.deepEqual(shown({ kinds: new Set(), span: [2004, 2009] }), ['ac']);
  assert.deepEqual(shown({ kinds: new Set(), span: [2015, 2020] }), ['ba', 'ac']);
  assert.ok(mayBeWithin([null, 2003], [1000, 1001]) && !mayBeWithin([null, 2003], [2004, 2005]));
  assert.deepEqual(yearsOf(SCENE.edges), [2001, 2010]);
  assert.equal(yearsOf([SCENE.edges[2]]), null);
});

test('a hidden kind goes with its links, and so does a thing that no link is left to', () => {
  const { edges, nodes } = chosenPart(unpackEdges(SCENE), NODES, { kinds: new Set(['Event']), span: [2001, 2001] });
  assert.deepEqual(edges.map(({ id }) => id), ['ab']);
  assert.deepEqual([...nodes], ['a', 'b']);
});

test('two links between the same things lie side by side, whichever way they go', () => {
  const [first, second] = unpackEdges(SCENE);
  assert.deepEqual(first.path, largePath([0, 0], [300, 0], 0));
  assert.notEqual(second.path[1][1], 0);
  const [, same] = unpackEdges({ ...SCENE, edges: [SCENE.edges[0], ['again', 0, 1, 0, '', null, null], SCENE.edges[1]] });
  const third = unpackEdges({ ...SCENE, edges: [SCENE.edges[0], ['again', 0, 1, 0, '', null, null], SCENE.edges[1]] })[2];
  assert.notEqual(Math.sign(same.path[1][1]), Math.sign(third.path[1][1]));
});

test('no name lies over another, and the most important one of a crowd has room', () => {
  const signs = Array.from({ length: 400 }, (_, at) => (
    { at, x: 37 * (at % 20), y: 7 * Math.floor(at / 20), radius: 4, width: 30 + (at % 7) * 12 }));
  const named = namesWithRoom(signs, 18, 300);
  const rooms = named.map(({ x, y, radius, width }) => [x + radius + 3, y - 9, x + radius + 3 + width, y + 9]);
  assert.equal(named[0].at, 0);
  assert.ok(named.length > 20 && named.length < 300);
  rooms.forEach(([left, top, right, bottom], at) => rooms.slice(at + 1).forEach((other) => {
    assert.ok(left >= other[2] || other[0] >= right || top >= other[3] || other[1] >= bottom);
  }));
  assert.equal(namesWithRoom(signs, 18, 5).length, 5);
});
