// Edges around nodes that a reader has moved: the rules of graph/drawing/layout/edge_routes.py.

import { pathPoints } from './edge_path.js';

/** @import { Path, Point } from '../types' */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Room */

const CLEARANCE = 1, CORNER = 3; // pixels between an edge and a node, and between a corner and a node
const RADIUS = 8; // of a way's corners
const BENDS = [0.1, -0.1, 0.2, -0.2, 0.35, -0.35], WAVES = [0.35, 0.5, 0.2, 0.7];
const MAX_CORNERS = 240; // with more corners no detour is searched: the reader is waiting

/** Straight pieces through points. @param {Point[]} points @returns {Path} */
export function straightPath([first, ...rest]) {
  const path = [first];
  for (const [u, v] of rest) {
    const [x, y] = path[path.length - 1];
    path.push([x + (u - x) / 3, y + (v - y) / 3], [x + (u - x) / 1.5, y + (v - y) / 1.5], [u, v]);
  }
  return path;
}

/** Straight pieces with round corners. @param {Point[]} way @returns {Path} */
function roundCorners(way) {
  const towards = (/** @type {Point} */ [x, y], /** @type {Point} */ [u, v]) => {
    const share = Math.min(0.5, RADIUS / (Math.hypot(u - x, v - y) || 1));
    return /** @type {Point} */ ([x + share * (u - x), y + share * (v - y)]);
  };
  const path = [way[0]];
  for (const [at, corner] of way.slice(1, -1).entries()) {
    const before = towards(corner, way[at]), after = towards(corner, way[at + 2]);
    path.push(...straightPath([path[path.length - 1], before]).slice(1), corner, corner, after);
  }
  return [...path, ...straightPath([path[path.length - 1], way[way.length - 1]]).slice(1)];
}

/** A curve that leaves and arrives horizontally. @param {Point} start @param {Point} end @param {number} bend @returns {Path} */
const wave = ([x, y], [u, v], bend) => [[x, y], [x + bend * (u - x), y], [u - bend * (u - x), v], [u, v]];

/** A curve beside the straight line. @param {Point} start @param {Point} end @param {number} share @returns {Path} */
function bentPath([x, y], [u, v], share) {
  const control = [(x + u) / 2 + share * (v - y), (y + v) / 2 - share * (u - x)];
  const near = (/** @type {Point} */ [a, b]) =>
    /** @type {Point} */ ([a + (control[0] - a) / 1.5, b + (control[1] - b) / 1.5]);
  return [[x, y], near([x, y]), near([u, v]), [u, v]];
}

/** Whether a segment meets a box (the method of slabs). @param {Point} from @param {Point} to @param {Room} room */
function crossesRoom([x, y], [u, v], { left, top, right, bottom }) {
  let enter = 0, leave = 1;
  for (const [start, end, low, high] of [[x, u, left, right], [y, v, top, bottom]]) {
    const step = Math.abs(end - start) < 1e-9 ? 1e-9 : end - start;
    const first = (low - CLEARANCE - start) / step, second = (high + CLEARANCE - start) / step;
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  return enter < leave;
}

/** The boxes that a line of points runs through. @param {Point[]} points @param {Room[]} rooms */
function hits(points, rooms) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  const left = Math.min(...xs) - CLEARANCE, right = Math.max(...xs) + CLEARANCE;
  const top = Math.min(...ys) - CLEARANCE, bottom = Math.max(...ys) + CLEARANCE;
  const close = rooms.filter((room) => room.left < right && room.right > left && room.top < bottom && room.bottom > top);
  return close.filter((room) => points.slice(1).some((point, at) => crossesRoom(points[at], point, room)));
}

/** Whether a path runs through one of the boxes. @param {Path} path @param {Room[]} rooms */
export const isCrossed = (path, rooms) => hits(pathPoints(path), rooms).length > 0;

/** The corners of the obstacles at which a way may turn. @param {Room[]} obstacles @param {Room[]} rooms @returns {Point[]} */
function cornersOf(obstacles, rooms) {
  const isFree = (/** @type {Point} */ [x, y]) => rooms.every(({ left, top, right, bottom }) =>
    x <= left - CLEARANCE || x >= right + CLEARANCE || y <= top - CLEARANCE || y >= bottom + CLEARANCE);
  return obstacles.flatMap(({ left, top, right, bottom }) => /** @type {Point[]} */ ([
    [left - CORNER, top - CORNER], [left - CORNER, bottom + CORNER],
    [right + CORNER, top - CORNER], [right + CORNER, bottom + CORNER],
  ])).filter(isFree);
}

/** The shortest way along corners (Dijkstra), or none. @param {Point} start @param {Point} end @param {Room[]} obstacles @param {Room[]} rooms */
function shortest(start, end, obstacles, rooms) {
  const spots = [start, end, ...cornersOf(obstacles, rooms)];
  if (spots.length > MAX_CORNERS) return null;
  const length = spots.map((_, at) => (at ? Infinity : 0)), before = spots.map(() => 0);
  const open = new Set(spots.keys());
  while (open.size) {
    const at = [...open].reduce((best, spot) => (length[spot] < length[best] ? spot : best));
    if (length[at] === Infinity) return null;
    if (at === 1) break;
    open.delete(at);
    for (const next of open) {
      const far = length[at] + Math.hypot(spots[next][0] - spots[at][0], spots[next][1] - spots[at][1]);
      if (far >= length[next] || obstacles.some((room) => crossesRoom(spots[at], spots[next], room))) continue;
      length[next] = far;
      before[next] = at;
    }
  }
  const way = [end];
  for (let at = before[1]; ; at = before[at]) {
    way.unshift(spots[at]);
    if (at === 0) return way;
  }
}

/** A way around boxes; a box counts as soon as a way would cross it. @param {Point} start @param {Point} end @param {Room[]} rooms */
function detour(start, end, rooms) {
  /** @type {Set<Room>} */
  const obstacles = new Set();
  /** @type {Point[] | null} */
  let way = [start, end];
  while (way) {
    const crossed = hits(way, rooms), fresh = crossed.filter((room) => !obstacles.has(room));
    if (!fresh.length) return crossed.length ? null : way;
    fresh.forEach((room) => obstacles.add(room));
    way = shortest(start, end, [...obstacles], rooms);
  }
  return null;
}

/** A path as it was, turned and stretched so that it joins two other points. @param {Path} path @param {Point} start @param {Point} end @returns {Path} */
export function fitPathToEnds(path, start, end) {
  const [x, y] = path[0], [u, v] = path[path.length - 1], square = (u - x) ** 2 + (v - y) ** 2;
  if (!square) return straightPath([start, end]);
  const [across, down] = [end[0] - start[0], end[1] - start[1]];
  const cos = (across * (u - x) + down * (v - y)) / square, sin = (down * (u - x) - across * (v - y)) / square;
  return path.map(([a, b]) => [start[0] + cos * (a - x) - sin * (b - y), start[1] + sin * (a - x) + cos * (b - y)]);
}

/**
 * A path between two points that crosses none of the boxes: near the old one if that can be, and none that is taken.
 * @param {Path} path
 * @param {Point} start
 * @param {Point} end
 * @param {Room[]} rooms
 * @param {Path[]} taken the paths of other edges between the same ends
 * @returns {Path}
 */
export function routePath(path, start, end, rooms, taken = []) {
  const others = taken.map((other) => JSON.stringify(other));
  const bends = [...WAVES.map((bend) => wave(start, end, bend)), ...BENDS.map((bend) => bentPath(start, end, bend))];
  const first = path.length === 4 ? [fitPathToEnds(path, start, end)] : [];
  const candidates = [...first, straightPath([start, end]), ...bends];
  const free = candidates.find((one) => !others.includes(JSON.stringify(one)) && !isCrossed(one, rooms));
  if (free) return free;
  const way = detour(start, end, rooms);
  if (!way) return candidates[0];
  const smooth = roundCorners(way);
  return isCrossed(smooth, rooms) ? straightPath(way) : smooth;
}
