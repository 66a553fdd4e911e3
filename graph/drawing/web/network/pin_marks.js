// The marks of things that a reader has pinned, at their upper right corners.

import { boxOf } from './boxes.js';

/** @import { Node, Point } from '../types' */
/** @import { EdgeLayer } from './edge_layer.js' */

const RADIUS = 5, REACH = 11; // of a mark, and of a click on it

/** The places of the marks of those things that are drawn. @param {EdgeLayer} layer @param {string[]} pinned @returns {[string, Point][]} */
function marksOf({ network, nodes, groups }, pinned) {
  const drawn = pinned.map((id) => nodes.get(id)).filter((node) => node && !node.hidden);
  return drawn.map((node) => {
    const { right, top } = boxOf(network, /** @type {Node} */ (node), groups);
    return [/** @type {Node} */ (node).id, [right - 2, top + 2]];
  });
}

/** The pinned thing whose mark is at a point of the picture, or none. @param {{ x: number, y: number }} point @param {EdgeLayer} layer @param {string[]} pinned */
export function pinAt({ x, y }, layer, pinned) {
  const reach = REACH / Math.min(1, layer.network.getScale());
  return marksOf(layer, pinned).find(([, [left, top]]) => Math.hypot(x - left, y - top) < reach)?.[0];
}

/** @param {CanvasRenderingContext2D} context @param {EdgeLayer} layer @param {string[]} pinned */
export function drawPins(context, layer, pinned) {
  const { colours } = layer, scale = Math.max(1, 1 / layer.network.getScale());
  for (const [, [x, y]] of marksOf(layer, pinned)) {
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    Object.assign(context, { strokeStyle: colours.text, fillStyle: '#D55E00', lineWidth: 1.5 });
    context.stroke(new Path2D(`M0 0L${-RADIUS} ${2 * RADIUS}`));
    context.beginPath();
    context.arc(0, 0, RADIUS, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = colours.ground;
    context.stroke();
    context.restore();
  }
}
