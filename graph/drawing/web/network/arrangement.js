// The places that a reader has given to things: the scene with them, and the steps back.

import { isCrossed, routePath } from './routes.js';

/** @import { Edge, NetworkScene, Path, Point } from '../types' */
/** @import { Room } from './routes.js' */

/** @typedef {Record<string, Point>} Places the places of moved things, by id, in pixels of the picture */

/**
 * A scene with things at other places: edges run around nodes as before.
 * @param {NetworkScene} scene
 * @param {Places} places
 * @param {(id: string) => [number, number]} sizeOf the width and height of a thing
 * @returns {NetworkScene}
 */
export function moveThings(scene, places, sizeOf) {
  const moved = scene.nodes.filter(({ id }) => places[id]);
  if (!moved.length) return scene;
  const nodes = scene.nodes.map((node) => (places[node.id] ? { ...node, x: places[node.id][0], y: places[node.id][1] } : node));
  const spots = new Map(nodes.map(({ id, x, y }) => [id, /** @type {Point} */ ([x, y])]));
  const rooms = new Map(nodes.map(({ id, x, y }) => [id, roomOf(x, y, sizeOf(id))]));
  const inWay = moved.map(({ id }) => id);
  /** @type {Map<string, Path[]>} */
  const taken = new Map();
  const edges = scene.edges.map((edge) => {
    const pair = [edge.from, edge.to].sort().join(' '), beside = taken.get(pair) ?? [];
    const isMoved = inWay.includes(edge.from) || inWay.includes(edge.to);
    const isInWay = () => isCrossed(edge.path, otherRooms(rooms, edge, inWay));
    const path = isMoved || isInWay() ? newPath(edge, spots, rooms, beside) : edge.path;
    taken.set(pair, [...beside, path, [...path].reverse()]);
    return path === edge.path ? edge : { ...edge, path };
  });
  return { ...scene, nodes, edges };
}

/** @param {number} x @param {number} y @param {[number, number]} size @returns {Room} */
const roomOf = (x, y, [width, height]) => ({ left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 });

/** The boxes of nodes that an edge does not join. @param {Map<string, Room>} rooms @param {Edge} edge @param {Iterable<string>} ids */
function otherRooms(rooms, { from, to }, ids) {
  return [...ids].filter((id) => id !== from && id !== to).map((id) => /** @type {Room} */ (rooms.get(id)));
}

/** @param {Edge} edge @param {Map<string, Point>} spots @param {Map<string, Room>} rooms @param {Path[]} taken */
function newPath(edge, spots, rooms, taken) {
  const start = spots.get(edge.from), end = spots.get(edge.to);
  if (!start || !end) return edge.path;
  return routePath(edge.path, start, end, otherRooms(rooms, edge, rooms.keys()), taken);
}

/** What a reader did, each with a way back. */
export class Steps {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    /** @type {{ back(): void, again(): void }[]} */
    this.undoSteps = [];
    /** @type {{ back(): void, again(): void }[]} */
    this.redoSteps = [];
  }

  /** Takes a step. @param {() => void} again @param {() => void} back */
  take(again, back) {
    this.undoSteps.push({ back, again });
    this.redoSteps = [];
    again();
    this.onChange();
  }

  undo() {
    this.turn(this.undoSteps, this.redoSteps, 'back');
  }

  redo() {
    this.turn(this.redoSteps, this.undoSteps, 'again');
  }

  /** @typedef {{ back(): void, again(): void }} Step */
  /** @param {Step[]} from @param {Step[]} to @param {keyof Step} act */
  turn(from, to, act) {
    const step = from.pop();
    if (!step) return;
    to.push(step);
    step[act]();
    this.onChange();
  }
}

/** Ctrl+Z and its opposite; whether it was that. @param {KeyboardEvent} event @param {Steps} steps */
export function turnBack(event, steps) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return false;
  if (key === 'y' || event.shiftKey) steps.redo();
  else steps.undo();
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
}
