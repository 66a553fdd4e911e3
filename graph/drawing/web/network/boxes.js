// The box of a node as vis-network draws it.

/** @import { Network } from 'vis-network' */
/** @import { Groups, Node, Nodes } from '../types' */
/** @import { Box } from './edge_path.js' */

/**
 * @param {Network} network
 * @param {Node} node
 * @param {Groups} groups
 * @returns {Box}
 */
export function boxOf(network, node, groups) {
  const { left, top, right, bottom } = network.getBoundingBox(node.id);
  const isRound = groups[node.group].shape === 'ellipse';
  const margin = isRound ? 0 : groups[node.group].shapeProperties.borderRadius; // vis-network adds it
  const x = (left + right) / 2, y = (top + bottom) / 2; // where it is drawn, also while it is dragged
  return { left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin, x, y, isRound };
}

/** The width and height of a node. @param {{ network: Network, nodes: Nodes, groups: Groups }} layer @param {string} id @returns {[number, number]} */
export function sizeOf({ network, nodes, groups }, id) {
  const node = nodes.get(id);
  if (!node) return [0, 0];
  const { left, top, right, bottom } = boxOf(network, node, groups);
  const rows = node.label.split('\n');
  const about = 12 + 9 * Math.max(...rows.map((row) => row.length)); // of a node that is not drawn yet
  return [right - left > 0 ? right - left : about, bottom - top > 0 ? bottom - top : 14 + 16 * rows.length];
}
