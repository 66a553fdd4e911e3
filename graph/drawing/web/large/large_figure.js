// A large network as a figure in SVG: all that is drawn, at the places where the reader sees it.

import { MANY_EDGES, MAX_ARROWS, MIN_EDGE_OPACITY, lineToEnd } from './large_layer.js';
import { namesWithRoom } from './names.js';
import { signPath } from './signs.js';
import { arrowhead, arrowSize, svgPath } from '../network/edge_path.js';
import { legendSamples } from '../save/legend_figure.js';
import { INK, PAPER, sheetOf } from '../save/sheet.js';
import { textWidth } from '../save/text.js';
import { draw, SVG } from '../shared/dom.js';

/** @import { Figure, Groups, NodeLooks, Path, Point, Sample } from '../types' */
/** @import { LargePane } from './large_pane.js' */
/** @import { LargeEdge, LargeNode } from './large_scene.js' */
/** @import { LargeData } from './large_stage.js' */
/** @typedef {{ nodes: LargeNode[], edges: LargeEdge[], scale: number, at(point: Point): Point }} Drawing */

const WIDTH = 1600, MAX_HEIGHT = 1600, MAX_SCALE = 1.6, MARGIN = 24; // pixels, and pixels of the figure for one of the network
const LETTER_SIZE = 14, ROW_HEIGHT = 18, MIN_RADIUS = 2.5;

/** @param {LargePane} pane @param {LargeData} data */
export function largeSheet(pane, { scene, signs, about, words, span }) {
  const groups = signs.light, kinds = scene.legend.kinds.filter(({ key }) => !pane.choice.kinds.has(key));
  const window = pane.choice.span ?? span;
  const notes = [window ? window.join('–') : '', ...scene.legend.notes, `${about.title} · ${about.source}`];
  const legend = [...kinds.map(({ key, name }) => ({ text: name, sample: signSample(groups[key]) })),
    .../** @type {Sample[]} */ (legendSamples({ ...scene.legend, kinds: [] }, null, [], words))];
  return sheetOf({ name: 'learned-from-network', heading: about.title, picture: largeFigure(pane, groups), legend, notes });
}

/** @param {NodeLooks} looks @returns {(parent: Element) => void} */
function signSample({ shape, color }) {
  return (parent) => { draw(parent, 'path', { d: signPath(shape, [14, 8], 7), fill: color.background, stroke: color.border }); };
}

/** @param {LargePane} pane @param {Groups} groups @returns {Figure} */
function largeFigure({ layer, signs }, groups) {
  const nodes = layer.rankedNodes.map((node) => signs.get(node.id) ?? node);
  const [left, right] = endsOf(nodes.map(({ x }) => x)), [top, bottom] = endsOf(nodes.map(({ y }) => y));
  const wide = WIDTH - 2 * MARGIN, high = MAX_HEIGHT - 2 * MARGIN;
  const scale = Math.min(wide / (right - left || 1), high / (bottom - top || 1), MAX_SCALE);
  /** @param {Point} point @returns {Point} */
  const at = ([x, y]) => [short(MARGIN + (x - left) * scale), short(MARGIN + (y - top) * scale)];
  const drawing = { nodes, edges: layer.drawnEdges, scale, at };
  const part = document.createElementNS(SVG, 'g');
  drawEdges(part, drawing);
  drawSigns(part, drawing, groups);
  const end = drawNames(part, drawing);
  return { width: Math.max(end, 2 * MARGIN + (right - left) * scale), height: 2 * MARGIN + (bottom - top) * scale, parts: [part] };
}

/** The edges of one look as one path, paler the more there are, as on the screen. @param {Element} part @param {Drawing} drawing */
function drawEdges(part, { nodes, edges, scale, at }) {
  const paler = Math.max(MIN_EDGE_OPACITY, Math.min(1, MANY_EDGES / edges.length)), byId = new Map(nodes.map((node) => [node.id, node]));
  for (const look of new Set(edges.map((edge) => edge.look))) {
    const alike = edges.filter((edge) => edge.look === look), { ink, width, dashes, opacity } = alike[0];
    const paths = alike.map(({ path, bend }) => [bend, /** @type {Path} */ (path.map(at))]);
    const d = paths.map(([bend, path]) => (bend ? svgPath(/** @type {Path} */ (path)) : line(/** @type {Path} */ (path)))).join('');
    /** @type {Record<string, string>} */
    const dash = dashes ? { 'stroke-dasharray': dashes.join(' ') } : {};
    const looks = { fill: 'none', stroke: ink, 'stroke-width': Math.max(0.8, width * Math.min(1, scale)), opacity: opacity * paler };
    draw(part, 'path', { d, ...looks, ...dash });
    if (edges.length > MAX_ARROWS || !alike[0].arrow) continue;
    const tips = alike.map((edge) => arrowOf(edge, radiusOf(byId.get(edge.to), scale), at));
    draw(part, 'path', { d: tips.join(''), fill: ink, opacity });
  }
}

/** @param {LargeEdge} edge @param {number} radius of the sign at its end @param {Drawing['at']} at */
function arrowOf(edge, radius, at) {
  const path = /** @type {Path} */ (edge.path.map(at)), [, , [a, b], [x, y]] = edge.bend ? path : lineToEnd(path);
  const turn = Math.atan2(y - b, x - a), tip = /** @type {Point} */ ([x - radius * Math.cos(turn), y - radius * Math.sin(turn)]);
  return `M${arrowhead(tip, turn, Math.min(arrowSize(edge), 11)).map((corner) => corner.map(short).join(' ')).join('L')}Z`;
}

/** @param {Element} part @param {Drawing} drawing @param {Groups} groups */
function drawSigns(part, { nodes, scale, at }, groups) {
  for (const node of [...nodes].reverse()) { // the important ones above the others
    const { shape, color } = groups[node.group], d = signPath(shape, at([node.x, node.y]), radiusOf(node, scale));
    const sign = draw(part, 'path', { d, fill: color.background, stroke: color.border });
    draw(sign, 'title', {}).textContent = node.title;
  }
}

/** The names that have room; returns where the last of them ends. @param {Element} part @param {Drawing} drawing */
function drawNames(part, { nodes, scale, at }) {
  const signs = nodes.map((node) => {
    const [x, y] = at([node.x, node.y]);
    return { name: node.name, x, y, radius: radiusOf(node, scale), width: textWidth(node.name, LETTER_SIZE) };
  });
  const named = namesWithRoom(signs, ROW_HEIGHT, signs.length);
  for (const { name, x, y, radius } of named) {
    const looks = { x: short(x + radius + 3), y: short(y + LETTER_SIZE * 0.36), 'font-size': LETTER_SIZE };
    const rim = { fill: PAPER, stroke: PAPER, 'stroke-width': 4, 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
    draw(part, 'text', { ...looks, ...rim }).textContent = name;
    draw(part, 'text', { ...looks, fill: INK }).textContent = name;
  }
  return Math.max(0, ...named.map(({ x, radius, width }) => x + radius + width + MARGIN / 2));
}

/** @param {LargeNode | undefined} node @param {number} scale */
function radiusOf(node, scale) {
  return Math.max(MIN_RADIUS, (node?.size ?? 0) * scale);
}

/** @param {Path} path */
const line = ([start, , , end]) => `M${start.join(' ')}L${end.join(' ')}`;

/** @param {number} value */
const short = (value) => Number(value.toFixed(1));

/** @param {number[]} values @returns {[number, number]} */
function endsOf(values) {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
