// A large network in a box: signs at given places, names where they have room, and what is drawn of
// it by the reader's choice of kinds and years, at once and without asking the app.

import { drawChoices } from './choices.js';
import { LargeHands } from './large_hands.js';
import { LargeLayer } from './large_layer.js';
import { chosen, unpackedEdges, yearsOf } from './large_scene.js';
import { listenToClicks, listenToKeys, pickOf, showPicked, thingsOf } from '../network/keys.js';
import { shaded } from '../shared/legend.js';

/** @import { Groups, NetworkScene, Node, Picked, Point, Theme, Words } from '../types' */
/** @import { Choice, LargeEdge, LargeNode, LargeScene } from './large_scene.js' */

/** @typedef {{ onPick(picked: Picked): void, onPlaces(places: Record<string, Point>): void, onCount(nodes: number, edges: number): void }} LargeHooks */
/** @typedef {{ groups: Groups, colours: Theme, options: object, words: Words }} LargeLooks */

const MARGIN = 60, NEAREST = 1.6; // pixels around the picture at the start, and the largest scale then
const ZOOM = 1.3; // of one key

export class LargePane {
  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} bar for the buttons of what is done by hand
   * @param {HTMLElement} choices for the choice of kinds and years
   * @param {LargeScene} scene
   * @param {LargeLooks} looks
   * @param {LargeHooks} hooks
   */
  constructor(box, bar, choices, scene, { groups, colours, options, words }, hooks) {
    this.box = box;
    this.hooks = hooks;
    const important = [...scene.nodes].sort((a, b) => b.links - a.links || (a.id < b.id ? -1 : 1));
    this.signs = new Map(important.map((node) => [node.id, node])); // their names take room in this order
    this.base = /** @type {{ nodes: any[], edges: any[] }} */ ({
      nodes: scene.nodes.map(({ id, title, group, x, y, size }) => ({ id, title, group, x, y, size, label: '' })),
      edges: unpackedEdges(scene).map((edge) => shaded(edge, colours)),
    });
    this.nodes = new vis.DataSet(this.base.nodes);
    this.edges = new vis.DataSet(this.base.edges);
    this.network = new vis.Network(box, { nodes: this.nodes }, { ...options, groups });
    this.layer = new LargeLayer(box, this.network, /** @type {any} */ (this.nodes), /** @type {any} */ (this.edges), { groups, colours });
    this.layer.looks = scene.looks.map((look) => shaded(look, colours));
    /** @type {Choice} */
    this.choice = drawChoices(choices, scene.legend.kinds, groups, yearsOf(scene.edges), words, (choice) => this.choose(choice));
    /** @type {Set<string>} */
    this.visible = new Set(this.signs.keys());
    this.scene = this.base;
    this.hands = new LargeHands(box, this.layer, bar, words, { scene: /** @type {any} */ (this.base), places: {} }, {
      show: (arranged) => this.show(arranged),
      onGroup: (nodes) => this.pick(pickOf(nodes)),
      onPlaces: hooks.onPlaces,
    });
    this.choose(this.choice);
    this.fit();
    this.listen();
    this.network.once('afterDrawing', () => { box.dataset.ready = String(scene.nodes.length); });
  }

  listen() {
    const { box, layer } = this;
    const pick = (/** @type {Picked} */ picked) => {
      this.hands.group = thingsOf(picked);
      this.hooks.onPick(picked);
    };
    listenToClicks(box, layer, pick, undefined, (point) => this.hands.unpinAt(point));
    listenToKeys(box, layer, pick);
    box.addEventListener('keydown', (event) => this.onZoomKey(event), { signal: this.hands.ending.signal });
  }

  /** @param {KeyboardEvent} event */
  onZoomKey(event) {
    const scale = this.network.getScale();
    if (event.key === '0') this.fit();
    else if (event.key === '+' || event.key === '=') this.network.moveTo({ scale: scale * ZOOM, animation: false });
    else if (event.key === '-') this.network.moveTo({ scale: scale / ZOOM, animation: false });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Picks something by hand. @param {Picked} picked */
  pick(picked) {
    this.mark(picked);
    this.hooks.onPick(picked);
  }

  /** Shows what is picked. @param {Picked} picked */
  mark(picked) {
    this.hands.group = thingsOf(picked);
    showPicked(this.layer, picked);
  }

  /** Draws what a choice shows; only what changes is told to vis-network. @param {Choice} choice */
  choose(choice) {
    this.choice = choice;
    const { edges, nodes } = chosen(/** @type {LargeEdge[]} */ (this.scene.edges), this.signs, choice);
    const changed = [...this.signs.keys()].filter((id) => nodes.has(id) !== this.visible.has(id));
    this.visible = nodes;
    if (changed.length) this.nodes.update(changed.map((id) => /** @type {any} */ ({ id, hidden: !nodes.has(id) })));
    this.layer.setDrawn(edges, [...this.signs.values()].filter(({ id }) => nodes.has(id)));
    this.box.dataset.drawn = String(edges.length);
    this.hooks.onCount(nodes.size, edges.length);
  }

  /** The same things at other places. @param {{ nodes: any[], edges: any[] }} scene */
  show(scene) {
    const before = new Map(this.scene.nodes.map((node) => [node.id, node]));
    this.scene = scene;
    const moved = scene.nodes.filter(({ id, x, y }) => before.get(id)?.x !== x || before.get(id)?.y !== y);
    this.nodes.update(moved.map(({ id, x, y }) => /** @type {any} */ ({ id, x, y })));
    for (const { id, x, y } of moved) this.signs.set(id, { .../** @type {LargeNode} */ (this.signs.get(id)), x, y });
    const known = new Map(this.edges.get().map(({ id, path }) => [id, path]));
    this.edges.update(scene.edges.filter(({ id, path }) => known.get(id) !== path));
    this.choose(this.choice);
  }

  /** The whole picture in the box. */
  fit() {
    const { box, scene: { nodes } } = this;
    const [left, right] = endsOf(nodes.map(({ x }) => x)), [top, bottom] = endsOf(nodes.map(({ y }) => y));
    const scale = Math.min(box.clientWidth / (right - left + 2 * MARGIN), box.clientHeight / (bottom - top + 2 * MARGIN), NEAREST);
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  }

  /** Brings a thing into the middle, near enough for the names around it. @param {string} id */
  lookAt(id) {
    if (!this.signs.has(id)) return;
    this.network.moveTo({ position: this.network.getPosition(id), scale: Math.max(this.network.getScale(), 0.5), animation: false });
    this.mark({ node: id });
  }

  close() {
    this.hands.close();
    this.layer.close();
    this.network.destroy();
  }
}

/** @param {number[]} values @returns {[number, number]} */
function endsOf(values) {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
