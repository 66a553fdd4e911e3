// The edges of a network, drawn along their paths beneath the nodes of vis-network. vis-network
// knows no edge that goes around nodes: it holds the nodes, and this layer the edges.

import { boxOf } from './boxes.js';
import { arrowhead, arrowSize, pathDistance, pathMiddle, pathTip, svgPath } from './edge_path.js';
import { put } from '../shared/dom.js';

/** @import { Network } from 'vis-network' */
/** @import { Box } from './edge_path.js' */
/** @import { DrawnEdge, Edges, Groups, Nodes, Path, Theme } from '../types' */

/** @typedef {{ line: Path2D, left: number, top: number, right: number, bottom: number, end: string, head: Path2D | null }} Outline */

const POINTER_REACH_PX = 8; // of the screen
const SELECTED_WIDENING = 2, HOVERED_WIDENING = 1; // in pixels
const TIP_DELAY_MS = 120; // of an edge's title

export class EdgeLayer {
  /**
   * @param {HTMLElement} box
   * @param {Network} network
   * @param {Nodes} nodes
   * @param {Edges} edges
   * @param {{ groups: Groups, colours: Theme }} looks
   */
  constructor(box, network, nodes, edges, { groups, colours }) {
    this.box = box;
    this.network = network;
    this.nodes = nodes;
    this.edges = edges;
    this.groups = groups;
    this.colours = colours;
    /** @type {Set<string>} */
    this.selected = new Set();
    /** @type {Set<string>} */
    this.hoveredIds = new Set();
    /** The paths of edges whose ends are being dragged. @type {Map<string, Path>} */
    this.draggedPaths = new Map();
    /** @type {DrawnEdge[] | null} */
    this.visible = null;
    /** What is worked out once for a path: it is drawn in every frame. @type {WeakMap<Path, Outline>} */
    this.outlines = new WeakMap();
    /** @type {number | undefined} */
    this.timer = undefined;
    this.tip = put(box, 'div', '', 'vis-tooltip');
    network.on('beforeDrawing', (context) => this.draw(context));
    network.on('hoverNode', ({ node }) => this.hover(this.at(node), null));
    network.on('blurNode', () => this.hover([], null));
    this.drawAgain();
    nodes.on('*', () => { this.visible = null; this.drawAgain(); });
    edges.on('*', () => { this.visible = null; this.redraw(); });
    box.addEventListener('mousemove', (event) => this.move(event));
    box.addEventListener('mouseleave', () => this.hover([], null));
  }

  /** Draws after the next drawing once more: how large a node is, is known when it has been drawn. */
  drawAgain() {
    this.network.once('afterDrawing', () => this.network.redraw());
  }

  redraw() {
    this.network.redraw();
  }

  /** The ids of the edges at a node. @param {string} node */
  at(node) {
    return this.shown().filter(({ from, to }) => from === node || to === node).map(({ id }) => id);
  }

  /** The edges that are drawn. */
  shown() {
    const isShown = (/** @type {string} */ id) => {
      const node = this.nodes.get(id);
      return Boolean(node) && !node?.hidden;
    };
    this.visible ??= this.edges.get().filter(({ hidden, from, to }) => !hidden && isShown(from) && isShown(to));
    return this.visible;
  }

  /** The path of an edge as it is drawn now. @param {DrawnEdge} edge */
  pathOf({ id, path }) {
    return this.draggedPaths.get(id) ?? path;
  }

  /** @param {Path} path @returns {Outline} */
  outlineOf(path) {
    const known = this.outlines.get(path);
    if (known) return known;
    const xs = path.map(([x]) => x), ys = path.map(([, y]) => y);
    const reach = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    const outline = { line: new Path2D(svgPath(path)), ...reach, end: '', head: null };
    this.outlines.set(path, outline);
    return outline;
  }

  /** The edge at a point of the box, or none. @param {{ x: number, y: number }} point */
  edgeAt(point) {
    const { x, y } = this.network.DOMtoCanvas(point);
    const reach = POINTER_REACH_PX / this.network.getScale();
    const far = this.shown().map(({ id, path, width }) =>
      /** @type {[string, number]} */ ([id, pathDistance(path, [x, y]) - width / 2]));
    far.sort(([, one], [, other]) => one - other);
    return far.length && far[0][1] <= reach ? far[0][0] : null;
  }

  /** Where the middle of an edge is in the box. @param {string} id */
  middle(id) {
    const [x, y] = pathMiddle(/** @type {DrawnEdge} */ (this.edges.get(id)).path);
    return this.network.canvasToDOM({ x, y });
  }

  /** @param {string[]} ids */
  select(ids) {
    this.selected = new Set(ids);
    this.redraw();
  }

  /** @param {MouseEvent} event */
  move({ clientX, clientY, buttons }) {
    const { left, top } = this.box.getBoundingClientRect();
    const point = { x: clientX - left, y: clientY - top };
    if (buttons || this.network.getNodeAt(point) !== undefined) return;
    const edge = this.edgeAt(point);
    this.hover(edge ? [edge] : [], edge ? point : null);
    this.box.style.cursor = edge ? 'pointer' : 'default';
  }

  /** @param {string[]} ids @param {{ x: number, y: number } | null} point where a title is shown */
  hover(ids, point) {
    if (ids.length === this.hoveredIds.size && ids.every((id) => this.hoveredIds.has(id))) return;
    this.hoveredIds = new Set(ids);
    clearTimeout(this.timer);
    this.tip.style.visibility = 'hidden';
    if (point) this.timer = setTimeout(() => this.showTip(ids[0], point), TIP_DELAY_MS);
    this.redraw();
  }

  /** @param {string} id @param {{ x: number, y: number }} point */
  showTip(id, { x, y }) {
    this.tip.textContent = this.edges.get(id)?.title ?? '';
    const left = Math.max(0, Math.min(x + 5, this.box.clientWidth - this.tip.offsetWidth));
    const top = y - this.tip.offsetHeight - 5;
    Object.assign(this.tip.style, { left: `${left}px`, top: `${top < 0 ? y + 15 : top}px`, visibility: 'visible' });
  }

  /** @param {CanvasRenderingContext2D} context */
  draw(context) {
    const { box, network } = this, from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
    context.save();
    for (const edge of this.shown()) {
      const outline = this.outlineOf(this.pathOf(edge));
      if (outline.right < from.x || outline.left > to.x || outline.bottom < from.y || outline.top > to.y) continue;
      context.globalAlpha = edge.opacity;
      this.line(context, edge, outline);
      context.globalAlpha = 1;
      if (edge.label) this.mark(context, edge);
    }
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context @param {DrawnEdge} edge @param {Outline} outline */
  line(context, edge, outline) {
    const more = this.selected.has(edge.id) ? SELECTED_WIDENING : this.hoveredIds.has(edge.id) ? HOVERED_WIDENING : 0;
    const width = edge.width + more;
    Object.assign(context, { strokeStyle: edge.color, fillStyle: edge.color, lineWidth: width });
    context.setLineDash(edge.dashes || []);
    context.stroke(outline.line);
    const to = edge.arrow ? this.nodes.get(edge.to) : null;
    if (!to) return; // vis-network draws before this layer hears that a node is gone
    const end = boxOf(this.network, to, this.groups);
    if (end.right <= end.left) return;
    context.setLineDash([]);
    context.fill(this.headOf(edge, outline, end, arrowSize({ ...edge, width })));
  }

  /** The arrowhead of an edge, worked out anew when its end or its size has changed. @param {DrawnEdge} edge @param {Outline} outline @param {Box} end @param {number} size */
  headOf(edge, outline, end, size) {
    const key = `${end.left} ${end.top} ${end.right} ${end.bottom} ${size}`;
    if (outline.head && outline.end === key) return outline.head;
    const { tip, turn } = pathTip(this.pathOf(edge), end);
    outline.end = key;
    outline.head = new Path2D(`M${arrowhead(tip, turn, size).map((corner) => corner.join(' ')).join('L')}Z`);
    return outline.head;
  }

  /** @param {CanvasRenderingContext2D} context @param {DrawnEdge} edge */
  mark(context, edge) {
    const [x, y] = pathMiddle(this.pathOf(edge));
    context.save();
    Object.assign(context, {
      font: `700 20px ${this.colours.font}`, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round',
      lineWidth: 5, strokeStyle: this.colours.ground, fillStyle: this.colours.text,
    });
    context.strokeText(edge.label ?? '', x, y);
    context.fillText(edge.label ?? '', x, y);
    context.restore();
  }
}
