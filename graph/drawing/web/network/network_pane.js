// The network of a stage: nodes at given places; a moment hides, pales or marks its edges.

import { drawColumns } from './columns.js';
import { EdgeLayer } from './edge_layer.js';
import { horizontalExtent, fitLegibly } from './fit.js';
import { Gestures } from './gestures.js';
import { listenToClicks, listenToKeys, pickOf, showPicked, thingsOf } from './keys.js';
import { networkFigure } from '../save/network_figure.js';
import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';
import { Pins } from '../shared/pins.js';
import { drawLegend, themedLine } from '../shared/legend.js';
import { bestStates } from '../stage/moment.js';

/** @import { Edge, Groups, Hooks, Node, Note, Picked, NetworkScene, StageData, State, States } from '../types' */

const MIN_SIGN_LENGTH = 90; // an edge shorter than this has no room for a question mark

/** @param {HTMLElement} pane @param {StageData} data */
function buildPane(pane, { words }) {
  const top = put(pane, 'div', '', 'top');
  const legend = put(top, 'div', '', 'legend');
  const tools = put(top, 'span', '', 'tools'), full = put(tools, 'button', `⤢ ${words.whole_picture}`, 'quiet');
  full.type = 'button';
  toolbar(tools, words.toolbar_picture.replace('{what}', words.layout_network));
  const frame = put(pane, 'div', '', 'frame');
  const bar = put(frame, 'div', '', 'gestures');
  const box = put(frame, 'div', '', 'net');
  box.tabIndex = 0;
  box.setAttribute('role', 'application');
  box.setAttribute('aria-label', words.network_help);
  return { legend, bar, full, box, more: put(frame, 'div', words.drag_for_more, 'more') };
}

/** The ids of the edges that have room for a question mark. @param {NetworkScene} scene */
function roomyEdges({ nodes, edges }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Set(edges.filter(({ from, to }) => {
    const start = byId.get(from), end = byId.get(to);
    return start && end && Math.hypot(start.x - end.x, start.y - end.y) >= MIN_SIGN_LENGTH;
  }).map(({ id }) => id));
}

export class NetworkPane {
  /** @param {HTMLElement} pane @param {StageData} data @param {Hooks} hooks */
  constructor(pane, data, hooks) {
    const { network: scene } = data;
    const { groups, colours } = hooks;
    const { legend, bar, full, box, more } = buildPane(pane, data);
    drawLegend(legend, scene.legend, groups, colours);
    this.data = data;
    this.scene = scene;
    /** @type {States} */
    this.states = new Map();
    this.hooks = hooks;
    this.box = box;
    this.more = more;
    this.roomy = roomyEdges(scene);
    this.nodes = new vis.DataSet(scene.nodes);
    this.edges = new vis.DataSet(scene.edges.map((edge) => themedLine(edge, colours)));
    this.network = new vis.Network(box, { nodes: this.nodes }, { ...data.options, groups, autoResize: false });
    drawColumns(this.network, box, scene.columns, colours, colours.font, data.letter);
    this.layer = new EdgeLayer(box, this.network, this.nodes, this.edges, hooks);
    this.pins = new Pins(box, (thing) => this.footOf(thing));
    this.network.on('afterDrawing', () => this.pins.place());
    full.onclick = () => this.fit();
    for (const event of /** @type {const} */ (['dragEnd', 'zoom'])) this.network.on(event, () => { more.hidden = true; });
    this.gestures = new Gestures(box, this.layer, bar, data.words, { scene, places: {} }, {
      show: (arranged) => this.showScene(arranged),
      onGroup: (nodes) => hooks.onPick(pickOf(nodes)),
      onPlaces: hooks.onPlaces,
    });
    listenToClicks(box, this.layer, (picked) => hooks.onPick(picked), undefined, (point) => this.gestures.unpinAt(point));
    listenToKeys(box, this.layer, (picked) => hooks.onPick(picked));
    this.network.once('afterDrawing', () => { box.dataset.ready = String(scene.nodes.length); });
    Object.assign(box, { network: this.network, nodes: this.nodes, edges: this.edges, layer: this.layer });
  }

  /** The middle of a thing's lower side, in pixels of the box; none if it is not drawn. @param {string} id */
  footOf(id) {
    const node = this.nodes.get(id);
    if (!node || node.hidden) return null;
    const { left, right, bottom } = this.network.getBoundingBox(id);
    return this.network.canvasToDOM({ x: (left + right) / 2, y: bottom });
  }

  /** @param {Note[]} notes */
  setNotes(notes) {
    this.pins.show(notes);
  }

  /** How wide the picture is in pixels, with names as large as they are written. */
  get width() {
    const { columns, nodes } = this.scene;
    const [left, right] = nodes.length ? horizontalExtent(columns, nodes) : [0, 0];
    return right - left;
  }

  fit() {
    const { columns, nodes } = this.scene;
    this.network.setSize('100%', '100%');
    this.network.redraw();
    this.more.hidden = fitLegibly(this.network, columns, nodes, this.box.clientWidth, this.box.clientHeight, this.data.min_scale);
  }

  /**
   * An edge that is only possible is paler and bears a question mark; a new one is wider.
   * @param {Edge} edge @param {State | null | undefined} state @param {boolean} isFresh
   */
  edgeAt(edge, state, isFresh) {
    return {
      ...themedLine(edge, this.hooks.colours, state ? this.data.state_opacity[state] : 1),
      hidden: !state,
      width: edge.width + (isFresh ? 2.5 : 0),
      label: state === 'possible' && this.roomy.has(edge.id) ? '?' : undefined,
    };
  }

  /** @param {States} states @param {Set<string>} fresh */
  show(states, fresh) {
    const { scene, data: { origin } } = this;
    this.states = states;
    this.edges.update(scene.edges.map((edge) => this.edgeAt(edge, states.get(edge.id), fresh.has(edge.id))));
    const best = bestStates(scene.edges.map(({ id, from, to }) => [id, [from, to]]), states);
    if (origin && scene.edges.length) best.set(origin, 'certain');
    this.nodes.update(scene.nodes.map((node) => ({
      ...node,
      hidden: !best.has(node.id),
      shapeProperties: {
        ...this.hooks.groups[node.group].shapeProperties,
        borderDashes: best.get(node.id) === 'possible' ? [5, 4] : false,
      },
    })));
    this.box.dataset.drawn = String([...states.values()].filter(Boolean).length);
  }

  /** The same things at other places. @param {NetworkScene} scene */
  showScene(scene) {
    this.scene = scene;
    this.roomy = roomyEdges(scene);
    this.show(this.states, new Set());
  }

  /** @param {Picked} picked */
  pick(picked) {
    this.gestures.group = thingsOf(picked);
    showPicked(this.layer, picked);
  }

  /** The picture as a figure for a file. @param {Groups} groups */
  figure(groups) {
    return networkFigure(this.network, this.nodes, this.edges, this.data.network.columns, groups);
  }
}
