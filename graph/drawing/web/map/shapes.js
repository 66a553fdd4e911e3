// The shapes on a map: bent arcs, arrowheads, and names that never overlap.

import { pathPoint, svgPath } from '../network/edge_path.js';

/** @import { Path, Point } from '../types' */

export const DOT_RADIUS_PX = 6; // of a place

/** @typedef {{ x: number, y: number, text: string, far: boolean, wide: number }} Label */
/** @typedef {{ name: string, short: string, x: number, y: number, label?: Label }} Named */
/** @typedef {[number, number, number, number]} Rectangle left, top, right, bottom */

/**
 * An arc that stops before the dot at its end, with the middle of it and the direction of its tip.
 * @param {Path} path
 */
export function arcTo(path) {
  const [[u, v], [x, y], ...before] = [...path].reverse();
  const far = Math.hypot(u - x, v - y) || 1;
  /** @type {Point} */
  const tip = [u - ((u - x) / far) * (DOT_RADIUS_PX + 3), v - ((v - y) / far) * (DOT_RADIUS_PX + 3)];
  /** @type {Path} */
  const shorter = [...before.reverse(), [x, y], tip];
  return { d: svgPath(shorter), middle: pathPoint(shorter, 0.5), tip, turn: Math.atan2(v - y, u - x) };
}

/** An arrowhead as a path. @param {Point} tip @param {number} turn @param {number} size */
export function tipPath([x, y], turn, size) {
  const at = (/** @type {number} */ far, /** @type {number} */ across) =>
    `${x + far * Math.cos(turn) - across * Math.sin(turn)} ${y + far * Math.sin(turn) + across * Math.cos(turn)}`;
  return `M${at(3, 0)}L${at(-size, size * 0.55)}L${at(-size * 0.65, 0)}L${at(-size, -size * 0.55)}Z`;
}

// Where a name may stand about its dot, the best first: [across, down] in units of its own size.
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
const NAME_GAPS_PX = [4, 20, 44];

/** What may be written of a dot, how far from it and on which side; the best first. @param {Named} dot */
function places({ name, short }) {
  const near = [name, ...(short ? [short] : [])].map((text) => /** @type {const} */ ([text, NAME_GAPS_PX[0]]));
  const far = NAME_GAPS_PX.slice(1).map((gap) => /** @type {const} */ ([name, gap]));
  return [...near, ...far].flatMap(([text, gap]) => SIDES.map((side) => /** @type {const} */ ([text, gap, side])));
}

/**
 * Gives each name a place where it covers no dot, no other name and nothing that is shut; a name
 * without room beside its dot is written short, if it can be.
 * @param {Named[]} dots
 * @param {Rectangle[]} shut
 * @param {{ width: number, height: number }} frame
 * @param {number} letter
 * @param {(text: string) => number} measure
 */
export function placeNames(dots, shut, { width, height }, letter, measure) {
  const taken = [...shut, ...dots.map(({ x, y }) => [x - DOT_RADIUS_PX, y - DOT_RADIUS_PX, x + DOT_RADIUS_PX, y + DOT_RADIUS_PX])];
  const isFree = (/** @type {Rectangle} */ [l, t, r, b]) => l > 2 && t > 2 && r < width - 2 && b < height - 2 &&
    taken.every(([left, top, right, bottom]) => r < left || l > right || b < top || t > bottom);
  const high = letter * 1.15;
  for (const dot of dots) {
    for (const [text, far, [across, down]] of places(dot)) {
      const wide = measure(text);
      const left = dot.x + (across > 0 ? DOT_RADIUS_PX + far : across < 0 ? -DOT_RADIUS_PX - far - wide : -wide / 2);
      const middle = dot.y + down * (DOT_RADIUS_PX + far + high / 2);
      /** @type {Rectangle} */
      const box = [left, middle - high / 2, left + wide, middle + high / 2];
      if (!isFree(box)) continue;
      taken.push(box);
      dot.label = { x: left, y: middle, text, far: far > NAME_GAPS_PX[0], wide };
      break;
    }
  }
}
