// The edges and names of a large network: edges of one look are one path, drawn in a single stroke,
// and a name is written where it has room.

import { namesWithRoom } from './names.js';
import { EdgeLayer } from '../network/edge_layer.js';
import { arrowhead, arrowSize, pathDistance } from '../network/edge_path.js';

/** @import { Network } from 'vis-network' */
/** @import { Edges, Groups, Nodes, Path, Point, Theme } from '../types' */
/** @import { LargeEdge, LargeNode } from './large_scene.js' */

const POINTER_REACH_PX = 7; // of the screen
const NAME_SIZE_PX = 14, ROW_PER_NAME_SIZE = 1.3, MAX_NAMES = 120;
export const MAX_ARROWS = 400; // in sight
export const MANY_EDGES = 1500; // with more edges than this, each is paler
export const MIN_EDGE_OPACITY = 0.16;
const UNPICKED_OPACITY = 0.25; // the share that is left to the other edges

/** How far a point is from a straight line between two others. @param {Point} point @param {Point} start @param {Point} end */
function lineDistance([x, y], [a, b], [u, v]) {
  const square = (u - a) ** 2 + (v - b) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - a) * (u - a) + (y - b) * (v - b)) / square));
  return Math.hypot(x - a - along * (u - a), y - b - along * (v - b));
}

export class LargeLayer extends EdgeLayer {
  /**
   * @param {HTMLElement} box
   * @param {Network} network
   * @param {Nodes} nodes
   * @param {Edges} edges
   * @param {{ groups: Groups, colours: Theme }} looks
   */
  constructor(box, network, nodes, edges, looks) {
    super(box, network, nodes, edges, looks);
    this.frameRequest ??= 0; // a drawing that has been asked for; the base asks for one at once
    this.letter = NAME_SIZE_PX;
    /** @type {LargeEdge[]} */
    this.drawnEdges = [];
    /** The nodes that are drawn, the most important first. @type {LargeNode[]} */
    this.rankedNodes = [];
    /** @type {Map<string, LargeNode>} */
    this.byId = new Map();
    /** @type {Map<number, Path2D> | null} */
    this.batches = null;
    this.draggedEdgeCount = 0; // so many edges were being dragged when the batches were made
    /** The things that are being dragged. @type {Set<string>} */
    this.dragged = new Set();
    /** The looks of the edges, in a theme's colours. @type {{ color: string }[]} */
    this.looks = [];
    /** @type {Map<string, number>} */
    this.widths = new Map();
    network.on('afterDrawing', (context) => this.drawNames(context));
  }

  /** What is drawn from now on. @param {LargeEdge[]} edges @param {LargeNode[]} nodes the most important first */
  setDrawn(edges, nodes) {
    this.drawnEdges = edges;
    this.rankedNodes = nodes;
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    this.batches = null;
    this.redraw();
  }

  /** Signs have their size from the start. */
  drawAgain() {
    this.redraw();
  }

  /** However much has changed, there is one drawing in a frame. */
  redraw() {
    if (this.frameRequest) return;
    this.frameRequest = requestAnimationFrame(() => {
      this.frameRequest = 0;
      this.network.redraw();
    });
  }

  close() {
    cancelAnimationFrame(this.frameRequest ?? 0);
    this.tip.remove();
  }

  shown() {
    return /** @type {any[]} */ (this.drawnEdges);
  }

  /** @param {{ x: number, y: number }} point */
  edgeAt(point) {
    const { x, y } = this.network.DOMtoCanvas(point), reach = POINTER_REACH_PX / this.network.getScale();
    let nearest = reach, at = null;
    for (const { id, path, bend } of this.drawnEdges) {
      const [start, , , end] = path;
      const room = reach + Math.abs(bend) * Math.hypot(end[0] - start[0], end[1] - start[1]);
      if (Math.min(start[0], end[0]) - room > x || Math.max(start[0], end[0]) + room < x) continue;
      if (Math.min(start[1], end[1]) - room > y || Math.max(start[1], end[1]) + room < y) continue;
      const far = bend ? pathDistance(path, [x, y]) : lineDistance([x, y], start, end);
      if (far <= nearest) [nearest, at] = [far, id];
    }
    return at;
  }

  /** The edges of each look as one path, without those that are being dragged. */
  batchesOf() {
    if (this.batches && this.draggedEdgeCount === this.draggedPaths.size) return this.batches;
    /** @type {Map<number, Path2D>} */
    const batches = new Map();
    for (const { id, look, path, bend } of this.drawnEdges) {
      if (this.draggedPaths.has(id)) continue;
      let batch = batches.get(look);
      if (!batch) batches.set(look, batch = new Path2D());
      addEdgePath(batch, path, bend);
    }
    this.batches = batches;
    this.draggedEdgeCount = this.draggedPaths.size;
    return batches;
  }

  /** @param {CanvasRenderingContext2D} context */
  draw(context) {
    const scale = this.network.getScale(), marked = new Set([...this.selected, ...this.hoveredIds, ...this.draggedPaths.keys()]);
    const opacity = Math.max(MIN_EDGE_OPACITY, Math.min(1, MANY_EDGES / this.drawnEdges.length));
    const paler = opacity * (this.selected.size ? UNPICKED_OPACITY : 1);
    context.save();
    for (const [look, batch] of this.batchesOf()) {
      const edge = /** @type {LargeEdge} */ (/** @type {unknown} */ (this.looks[look]));
      this.ink(context, edge, scale, paler);
      context.stroke(batch);
    }
    const bright = this.drawnEdges.filter(({ id }) => marked.has(id));
    for (const edge of bright) this.drawBright(context, edge, scale);
    const arrows = this.selected.size ? bright : this.inSight();
    if (arrows.length <= MAX_ARROWS) this.drawArrows(context, arrows, scale);
    context.restore();
  }

  /** The colour, width and dashes of an edge: never thinner than a pixel of the screen. @param {CanvasRenderingContext2D} context @param {LargeEdge} edge @param {number} scale @param {number} opacity */
  ink(context, edge, scale, opacity) {
    const width = Math.max(1, edge.width * Math.min(1, scale)) / scale;
    Object.assign(context, { strokeStyle: edge.color, fillStyle: edge.color, lineWidth: width, globalAlpha: edge.opacity * opacity });
    context.setLineDash((edge.dashes || []).map((length) => length / scale));
  }

  /** @param {CanvasRenderingContext2D} context @param {LargeEdge} edge @param {number} scale */
  drawBright(context, edge, scale) {
    this.ink(context, { ...edge, width: edge.width + 1.5, opacity: 1 }, scale, 1);
    const line = new Path2D();
    addEdgePath(line, this.pathOf(/** @type {any} */ (edge)), edge.bend);
    context.stroke(line);
  }

  /** The edges of which an end is in sight; none are looked for when there are too many for arrows. */
  inSight() {
    const { box, network } = this, from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    return this.drawnEdges.filter(({ path: [, , , [x, y]] }) => x > from.x && x < to.x && y > from.y && y < to.y);
  }

  /** The arrowheads of edges, those of one look in one path. @param {CanvasRenderingContext2D} context @param {LargeEdge[]} edges @param {number} scale */
  drawArrows(context, edges, scale) {
    /** @type {Map<number, Path2D>} */
    const batches = new Map();
    for (const edge of edges) {
      const end = edge.arrow ? this.byId.get(edge.to) : null;
      if (!end) continue;
      let batch = batches.get(edge.look);
      if (!batch) batches.set(edge.look, batch = new Path2D());
      const [, , before, tip] = edge.bend ? this.pathOf(edge) : lineToEnd(this.pathOf(edge));
      const turn = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
      const at = /** @type {Point} */ ([tip[0] - end.size * Math.cos(turn), tip[1] - end.size * Math.sin(turn)]);
      const corners = arrowhead(at, turn, Math.min(arrowSize(edge), 11 / scale));
      batch.addPath(new Path2D(`M${corners.map((corner) => corner.join(' ')).join('L')}Z`));
    }
    for (const [look, batch] of batches) {
      this.ink(context, /** @type {LargeEdge} */ (/** @type {unknown} */ (this.looks[look])), scale, 1);
      context.fill(batch);
    }
  }

  /** The name of each thing that has room for it; those of what is picked come first. @param {CanvasRenderingContext2D} context */
  drawNames(context) {
    const { network, box, colours } = this, scale = network.getScale();
    const from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    context.save();
    context.font = `${this.letter}px ${colours.font}`;
    const signs = this.inOrder().flatMap((node) => {
      const { x, y } = this.spotOf(node), { name, size } = node;
      if (x < from.x || x > to.x || y < from.y || y > to.y) return [];
      const at = { x: (x - from.x) * scale, y: (y - from.y) * scale };
      return [{ name, ...at, radius: size * scale, width: this.widthOf(context, node) }];
    });
    const halo = { lineJoin: 'round', lineWidth: 4 / scale, strokeStyle: colours.ground };
    Object.assign(context, { font: `${this.letter / scale}px ${colours.font}`, textBaseline: 'middle', fillStyle: colours.text, ...halo });
    const named = namesWithRoom(signs, ROW_PER_NAME_SIZE * this.letter, MAX_NAMES);
    for (const { name, x, y, radius } of named) {
      const left = from.x + (x + radius + 3) / scale, middle = from.y + y / scale;
      context.strokeText(name, left, middle);
      context.fillText(name, left, middle);
    }
    context.restore();
    box.dataset.names = String(named.length);
  }

  /** The nodes in the order in which their names take room. @returns {LargeNode[]} */
  inOrder() {
    const picked = this.network.getSelectedNodes().map(String);
    if (!picked.length) return this.rankedNodes;
    const near = new Set(picked);
    for (const { id, from, to } of this.drawnEdges) if (this.selected.has(id)) near.add(from).add(to);
    const rank = (/** @type {LargeNode} */ { id }) => (picked.includes(id) ? 0 : near.has(id) ? 1 : 2);
    return [0, 1, 2].flatMap((wanted) => this.rankedNodes.filter((node) => rank(node) === wanted));
  }

  /** Where a node is now. @param {LargeNode} node */
  spotOf({ id, x, y }) {
    return this.dragged.has(id) ? this.network.getPosition(id) : { x, y };
  }

  /** @param {CanvasRenderingContext2D} context @param {LargeNode} node */
  widthOf(context, { name }) {
    const known = this.widths.get(name);
    if (known !== undefined) return known;
    const { width } = context.measureText(name);
    this.widths.set(name, width);
    return width;
  }
}

/** A straight path whose last piece begins at its start. @param {Path} path @returns {Path} */
export function lineToEnd([start, , , end]) {
  return [start, start, start, end];
}

/** Adds an edge to a path. @param {Path2D} batch @param {Point[]} path @param {number} bend */
function addEdgePath(batch, [[x, y], [a, b], [c, d], [u, v]], bend) {
  batch.moveTo(x, y);
  if (bend) batch.bezierCurveTo(a, b, c, d, u, v);
  else batch.lineTo(u, v);
}
