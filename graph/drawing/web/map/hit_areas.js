// The hit areas of a map for fingers: small areas have an unseen spot about their middle, and of
// several arcs that lie close together a click means the nearest.

import { draw } from '../shared/dom.js';

const FINGER_PX = 32;
const SAMPLES = 24;

/** Whether the reader points with a finger. */
export const hasFinger = () => matchMedia('(pointer: coarse)').matches;

/**
 * A spot of a finger's width on an area that is smaller than it, at any scale.
 * @param {SVGGraphicsElement} area a path in its layer
 * @param {number} scale pixels of the screen in a unit of the layer
 * @param {() => void} pick
 */
export function spotOn(area, scale, pick) {
  const { x, y, width, height } = area.getBBox(), parent = area.parentElement;
  if (!parent || Math.min(width, height) * scale >= FINGER_PX) return;
  const spot = draw(parent, 'path', { d: `M${x + width / 2} ${y + height / 2}h0`, 'stroke-width': FINGER_PX }, 'reach');
  spot.onclick = pick;
}

/** The arc whose line is nearest to a click, of those that it hits. @param {Element} marks @param {MouseEvent} event */
export function nearestArc(marks, { offsetX, offsetY }) {
  const spot = new DOMPoint(offsetX, offsetY);
  const arcs = [.../** @type {NodeListOf<SVGElement>} */ (marks.querySelectorAll('.arc'))];
  const hits = arcs.flatMap((arc) => {
    const hold = /** @type {SVGPathElement} */ (arc.querySelector('.hold'));
    return hold.isPointInStroke(spot) ? [{ arc, far: distance(hold, spot) }] : [];
  });
  return hits.sort((a, b) => a.far - b.far)[0]?.arc.dataset.line;
}

/** @param {SVGPathElement} line @param {DOMPoint} spot */
function distance(line, { x, y }) {
  const step = line.getTotalLength() / SAMPLES;
  const points = Array.from({ length: SAMPLES + 1 }, (_, at) => line.getPointAtLength(at * step));
  return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
}
