// The part of a network that is in sight at the start: never so small that names cannot be read.

/** @import { Network } from 'vis-network' */
/** @import { Column, Node } from '../types' */

export const HEAD_ROOM = 44; // pixels above a picture for the names of its columns

/**
 * From where to where a picture reaches: its outermost nodes, and the columns that hold any.
 * @param {Column[]} columns
 * @param {Pick<Node, 'x'>[]} nodes
 * @returns {[number, number]}
 */
export function horizontalExtent(columns, nodes) {
  const xs = nodes.map((node) => node.x);
  const used = columns.filter(({ left, right }) => nodes.some(({ x }) => x >= left && x <= right));
  const left = Math.min(...xs.map((x) => x - 80), ...used.map((column) => column.left));
  return [left, Math.max(...xs.map((x) => x + 80), ...used.map((column) => column.right))];
}

/** @param {Pick<Node, 'y'>[]} nodes @returns {[number, number]} */
export function verticalExtent(nodes) {
  const ys = nodes.map((node) => node.y);
  return [Math.min(...ys) - 34, Math.max(...ys) + 40];
}

/**
 * The view of a picture in a box, and whether (nearly) all of it is in sight.
 * @param {Column[]} columns
 * @param {Pick<Node, 'x' | 'y'>[]} nodes
 * @param {number} width
 * @param {number} height
 * @param {number} minScale the smallest scale
 */
export function legibleView(columns, nodes, width, height, minScale) {
  const [left, right] = horizontalExtent(columns, nodes), [top, bottom] = verticalExtent(nodes);
  const free = height - HEAD_ROOM;
  const full = Math.min(width / (right - left), free / (bottom - top), Math.max(1.2, minScale));
  const scale = Math.max(full, minScale);
  const x = (right - left) * scale <= width + 1 ? (left + right) / 2 : left + width / 2 / scale;
  const y = (bottom - top) * scale <= free + 1
    ? (top + bottom) / 2 - HEAD_ROOM / 2 / scale
    : top + (height / 2 - HEAD_ROOM) / scale;
  return { position: { x, y }, scale, isFull: full >= minScale * 0.96 };
}

/**
 * Shows a picture from its beginning; what does not fit is reached by dragging.
 * @param {Network} network
 * @param {Column[]} columns
 * @param {Node[]} nodes
 * @param {number} width
 * @param {number} height
 * @param {number} minScale
 */
export function fitLegibly(network, columns, nodes, width, height, minScale) {
  if (!nodes.length) return true;
  const { isFull, ...view } = legibleView(columns, nodes, width, height, minScale);
  network.moveTo({ ...view, animation: false });
  return isFull;
}
