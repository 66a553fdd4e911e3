// The edges of a network, drawn along their paths beneath the nodes of vis-network. vis-network
// knows no edge that goes around nodes: it holds the nodes, and this layer the edges.

import { boxOf } from './boxes.js';
import { arrowhead, arrowSize, pathDistance, pathMiddle, pathTip, svgPath } from './edge_path.js';
import { put } from '../shared/dom.js';

/** @import { Network } from 'vis-network' */
/** @import { DrawnEdge, Edges, Groups, Node, Nodes, Theme } from '../types' */

const REACH = 8; // pixels of the screen from which an edge is pointed at
const SELECTED = 2, HOVERED = 1; // by so much an edge is wider
const PAUSE = 120; // milliseconds until an edge's title is shown

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
    this.hovered = new Set();
    /** @type {number | undefined} */
    this.timer = undefined;
    this.tip = put(box, 'div', '', 'vis-tooltip');
    network.on('beforeDrawing', (context) => this.draw(context));
    network.on('hoverNode', ({ node }) => this.hover(this.at(node), null));
    network.on('blurNode', () => this.hover([], null));
    const again = () => network.once('afterDrawing', () => network.redraw());
    again(); // how large a node is, is known when it has been drawn
    nodes.on('*', again);
    edges.on('*', () => network.redraw());
    box.addEventListener('mousemove', (event) => this.move(event));
    box.addEventListener('mouseleave', () => this.hover([], null));
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
    return this.edges.get().filter(({ hidden, from, to }) => !hidden && isShown(from) && isShown(to));
  }

  /** The edge at a point of the box, or none. @param {{ x: number, y: number }} point */
  edgeAt(point) {
    const { x, y } = this.network.DOMtoCanvas(point);
    const reach = REACH / this.network.getScale();
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
    this.network.redraw();
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
    if (ids.length === this.hovered.size && ids.every((id) => this.hovered.has(id))) return;
    this.hovered = new Set(ids);
    clearTimeout(this.timer);
    this.tip.style.visibility = 'hidden';
    if (point) this.timer = setTimeout(() => this.say(ids[0], point), PAUSE);
    this.network.redraw();
  }

  /** @param {string} id @param {{ x: number, y: number }} point */
  say(id, { x, y }) {
    this.tip.textContent = this.edges.get(id)?.title ?? '';
    const left = Math.max(0, Math.min(x + 5, this.box.clientWidth - this.tip.offsetWidth));
    const top = y - this.tip.offsetHeight - 5;
    Object.assign(this.tip.style, { left: `${left}px`, top: `${top < 0 ? y + 15 : top}px`, visibility: 'visible' });
  }

  /** @param {CanvasRenderingContext2D} context */
  draw(context) {
    for (const edge of this.shown()) {
      context.save();
      context.globalAlpha = edge.opacity;
      this.line(context, edge);
      context.restore();
      if (edge.label) this.mark(context, edge);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {DrawnEdge} edge */
  line(context, edge) {
    const more = this.selected.has(edge.id) ? SELECTED : this.hovered.has(edge.id) ? HOVERED : 0;
    const width = edge.width + more;
    Object.assign(context, { strokeStyle: edge.color, fillStyle: edge.color, lineWidth: width });
    context.setLineDash(edge.dashes || []);
    const end = boxOf(this.network, /** @type {Node} */ (this.nodes.get(edge.to)), this.groups);
    if (!edge.arrow || end.right <= end.left) { context.stroke(new Path2D(svgPath(edge.path))); return; }
    const size = arrowSize({ ...edge, width });
    const { tip, turn } = pathTip(edge.path, end);
    const corners = arrowhead(tip, turn, size);
    context.stroke(new Path2D(svgPath(edge.path)));
    context.setLineDash([]);
    context.fill(new Path2D(`M${corners.map((corner) => corner.join(' ')).join('L')}Z`));
  }

  /** @param {CanvasRenderingContext2D} context @param {DrawnEdge} edge */
  mark(context, edge) {
    const [x, y] = pathMiddle(edge.path);
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
