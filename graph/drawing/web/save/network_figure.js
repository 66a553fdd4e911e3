// A network as a figure in SVG, from the same nodes, edges and paths as on the screen.

import { INK, PAPER } from './sheet.js';
import { TEXT_SIZE, textWidth } from './text.js';
import { boxOf } from '../network/boxes.js';
import { isYear } from '../network/columns.js';
import { arrowhead, arrowSize, pathMiddle, pathPoints, pathTip, svgPath } from '../network/edge_path.js';
import { draw, SVG } from '../shared/dom.js';

/** @import { Network } from 'vis-network' */
/** @import { Column, DrawnEdge, Edges, Figure, Groups, Node, NodeLooks, Nodes } from '../types' */
/** @import { Box } from '../network/edge_path.js' */

const MARGIN = 20, HEADING = 56;

/**
 * @param {Network} network
 * @param {Nodes} nodes
 * @param {Edges} edges
 * @param {Column[]} columns
 * @param {Groups} groups
 * @returns {Figure}
 */
export function networkFigure(network, nodes, edges, columns, groups) {
  const drawn = nodes.get().filter(({ hidden }) => !hidden);
  const boxes = new Map(drawn.map((node) => [node.id, boxOf(network, node, groups)]));
  const lines = edges.get().filter(({ hidden, from, to }) => !hidden && boxes.has(from) && boxes.has(to));
  const extent = extentOf([...boxes.values()], lines, columns.length > 0);
  const part = document.createElementNS(SVG, 'g');
  part.setAttribute('transform', `translate(${-extent.left} ${-extent.top})`);
  for (const column of columns) drawColumn(part, column, extent);
  for (const edge of lines) drawEdge(part, edge, /** @type {Box} */ (boxes.get(edge.to)));
  for (const node of drawn) drawNode(part, node, /** @type {Box} */ (boxes.get(node.id)), groups[node.group]);
  return { width: extent.right - extent.left, height: extent.bottom - extent.top, parts: [part] };
}

/** @param {Box[]} boxes @param {DrawnEdge[]} lines @param {boolean} hasColumns */
function extentOf(boxes, lines, hasColumns) {
  const points = lines.flatMap(({ path }) => pathPoints(path));
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return {
    left: Math.min(...boxes.map(({ left }) => left), ...xs) - MARGIN,
    right: Math.max(...boxes.map(({ right }) => right), ...xs) + MARGIN,
    top: Math.min(...boxes.map(({ top }) => top), ...ys) - (hasColumns ? HEADING : MARGIN),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom), ...ys) + MARGIN,
  };
}

/** @param {Element} part @param {Column} column @param {ReturnType<typeof extentOf>} extent */
function drawColumn(part, { label, left, right }, extent) {
  if (right <= extent.left || left >= extent.right) return;
  const from = Math.max(extent.left, left), to = Math.min(extent.right, right);
  const fill = isYear(label) ? 'none' : '#f2f4f5';
  draw(part, 'rect', { x: from, y: extent.top, width: to - from, height: extent.bottom - extent.top, fill, stroke: '#dfe4e8' });
  if (to - from <= textWidth(label)) return;
  const looks = { 'text-anchor': 'middle', 'font-size': TEXT_SIZE, 'font-weight': 600, fill: INK };
  draw(part, 'text', { x: (from + to) / 2, y: extent.top + 24, ...looks }).textContent = label;
}

/** @param {Element} part @param {DrawnEdge} edge @param {Box} end */
function drawEdge(part, edge, end) {
  const opacity = edge.opacity;
  /** @type {Record<string, string>} */
  const dashes = edge.dashes ? { 'stroke-dasharray': edge.dashes.join(' ') } : {};
  draw(part, 'path', { d: svgPath(edge.path), fill: 'none', 'stroke-width': edge.width, stroke: edge.ink, opacity, ...dashes });
  if (edge.arrow) {
    const { tip, turn } = pathTip(edge.path, end);
    const corners = arrowhead(tip, turn, arrowSize(edge));
    draw(part, 'path', { d: `M${corners.map((corner) => corner.join(' ')).join('L')}Z`, fill: edge.ink, opacity });
  }
  if (!edge.label) return;
  const [x, y] = pathMiddle(edge.path);
  const looks = { x, y: y + 7, 'text-anchor': 'middle', 'font-size': 20, 'font-weight': 700 };
  draw(part, 'text', { ...looks, fill: PAPER, stroke: PAPER, 'stroke-width': 5, 'aria-hidden': 'true' }).textContent = edge.label;
  draw(part, 'text', { ...looks, fill: INK }).textContent = edge.label;
}

/** @param {Element} part @param {Node} node @param {Box} box @param {NodeLooks} looks */
function drawNode(part, node, box, { color, font, shapeProperties }) {
  /** @type {Record<string, string | number>} */
  const shape = { fill: color.background, stroke: color.border, 'stroke-width': 1.5 };
  const dashes = node.shapeProperties?.borderDashes;
  if (Array.isArray(dashes)) shape['stroke-dasharray'] = dashes.join(' ');
  const width = box.right - box.left, height = box.bottom - box.top;
  if (box.isRound) draw(part, 'ellipse', { cx: box.x, cy: box.y, rx: width / 2, ry: height / 2, ...shape });
  else draw(part, 'rect', { x: box.left, y: box.top, width, height, rx: shapeProperties.borderRadius, ...shape });
  const rows = node.label.split('\n');
  rows.forEach((row, at) => {
    const y = box.y + (at - (rows.length - 1) / 2) * font.size * 1.15 + font.size * 0.35;
    draw(part, 'text', { x: box.x, y, 'text-anchor': 'middle', 'font-size': font.size, fill: font.color }).textContent = row;
  });
}
