// The box of a node as vis-network draws it.

/** @import { Network } from 'vis-network' */
/** @import { Groups, Node } from '../types' */
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
  return {
    left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin, x: node.x, y: node.y, isRound,
  };
}
