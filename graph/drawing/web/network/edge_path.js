// The path of an edge: cubic Bezier curves one after another, as Python gives them.

/** @import { Path, Point } from '../types' */

/** @typedef {{ left: number, top: number, right: number, bottom: number, x: number, y: number, isRound: boolean }} Box */

/**
 * Where a Bezier curve of any number of points is (de Casteljau).
 * @param {Point[]} points
 * @param {number} at from 0 to 1
 * @returns {Point}
 */
export function bezierPoint(points, at) {
  if (points.length === 1) return points[0];
  const next = points.slice(1).map(([x, y], i) =>
    /** @type {Point} */ ([points[i][0] + (x - points[i][0]) * at, points[i][1] + (y - points[i][1]) * at]));
  return bezierPoint(next, at);
}

/** Where a path is. @param {Path} path @param {number} at from 0 to 1 */
export function pathPoint(path, at) {
  const count = (path.length - 1) / 3;
  const piece = Math.min(count - 1, Math.floor(at * count));
  return bezierPoint(path.slice(3 * piece, 3 * piece + 4), at * count - piece);
}

/** Points along a path, so many for each curve of it. @param {Path} path */
export function pathPoints(path, each = 16) {
  const count = ((path.length - 1) / 3) * each;
  return Array.from({ length: count + 1 }, (_, at) => pathPoint(path, at / count));
}

/** How far a point is from a path. @param {Path} path @param {Point} point */
export function pathDistance(path, [x, y]) {
  const points = pathPoints(path);
  return Math.min(...points.slice(1).map(([u, v], i) => {
    const [a, b] = points[i], square = (u - a) ** 2 + (v - b) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - a) * (u - a) + (y - b) * (v - b)) / square));
    return Math.hypot(x - a - along * (u - a), y - b - along * (v - b));
  }));
}

/** The middle of a path by its length. @param {Path} path @returns {Point} */
export function pathMiddle(path) {
  const points = pathPoints(path);
  const lengths = points.slice(1).map(([u, v], i) => Math.hypot(u - points[i][0], v - points[i][1]));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const at = lengths.findIndex((length) => (rest -= length) <= 0);
  return points[Math.max(0, at + 1)];
}

/** Whether a box, or an ellipse as large, holds a point. @param {Box} box @param {Point} point */
export function boxHolds({ left, top, right, bottom, x, y, isRound }, [u, v]) {
  const across = (2 * (u - x)) / (right - left), down = (2 * (v - y)) / (bottom - top);
  return isRound ? across ** 2 + down ** 2 < 1 : Math.max(Math.abs(across), Math.abs(down)) < 1;
}

/**
 * Where a path enters the box at its end, and the direction there in radians.
 * @param {Path} path
 * @param {Box} box
 * @returns {{ tip: Point, turn: number }}
 */
export function pathTip(path, box) {
  const step = 0.012 / path.length; // a longer path is divided more finely
  let at = 1;
  while (at > 0 && boxHolds(box, pathPoint(path, at))) at -= step;
  const tip = pathPoint(path, at), before = pathPoint(path, Math.max(0, at - 8 * step));
  return { tip, turn: Math.atan2(tip[1] - before[1], tip[0] - before[0]) };
}

/**
 * The corners of an arrowhead.
 * @param {Point} tip
 * @param {number} turn
 * @param {number} size
 * @returns {Point[]}
 */
export function arrowhead([x, y], turn, size) {
  const at = (/** @type {number} */ far, /** @type {number} */ aside) => /** @type {Point} */ (
    [x + far * Math.cos(turn) - aside * Math.sin(turn), y + far * Math.sin(turn) + aside * Math.cos(turn)]);
  return [[x, y], at(-size, 0.3 * size), at(-0.9 * size, 0), at(-size, -0.3 * size)];
}

/** How long the arrowhead of an edge is. @param {{ width: number, arrow: number }} edge */
export function arrowSize({ width, arrow }) {
  return 15 * arrow + 3 * width;
}

/** A path in the words of SVG. @param {Path} path */
export function svgPath([start, ...rest]) {
  return `M${start.join(' ')}C${rest.map((point) => point.join(' ')).join(' ')}`;
}
