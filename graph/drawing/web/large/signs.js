// The signs of a large network as shapes of SVG.

/** @import { Point } from '../types' */

/** The corners of a regular figure; a second radius makes it a star. @param {number} count @param {number} radius @param {number} turn @param {number} [inner] */
function corners(count, radius, turn, inner = radius) {
  return Array.from({ length: count }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / count, far = at % 2 ? inner : radius;
    return /** @type {Point} */ ([far * Math.cos(angle), far * Math.sin(angle)]);
  });
}

const ANGLE_UP = -Math.PI / 2;
/** @type {Record<string, (radius: number) => Point[]>} */
const FIGURES = {
  square: (radius) => corners(4, radius * Math.SQRT2, Math.PI / 4),
  diamond: (radius) => corners(4, radius, 0),
  hexagon: (radius) => corners(6, radius, 0),
  triangle: (radius) => corners(3, radius * 1.15, ANGLE_UP),
  star: (radius) => corners(10, radius * 1.3, ANGLE_UP, radius * 0.55),
};

/** The outline of a sign with its middle at a point. @param {string} shape @param {Point} point @param {number} radius */
export function signPath(shape, [x, y], radius) {
  const figure = FIGURES[shape], short = (/** @type {number} */ value) => Number(value.toFixed(1));
  if (figure) return `M${figure(radius).map(([u, v]) => `${short(x + u)} ${short(y + v)}`).join('L')}Z`;
  const [left, wide] = [short(x - radius), short(2 * radius)], half = short(radius);
  return `M${left} ${short(y)}a${half} ${half} 0 1 0 ${wide} 0a${half} ${half} 0 1 0 ${-wide} 0Z`;
}
