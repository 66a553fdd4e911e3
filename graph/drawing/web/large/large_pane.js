// A large network in a box: signs at given places, names where they have room, and what is drawn of
// it by the reader's choice of kinds and years, at once and without asking the app.

import { drawChoices } from './choices.js';
import { LargeGestures } from './large_gestures.js';
import { LargeLayer } from './large_layer.js';
import { chosenPart, unpackEdges, yearsOf } from './large_scene.js';
import { listenToClicks, listenToKeys, pickOf, showPicked, thingsOf } from '../network/keys.js';
import { themedLine } from '../shared/legend.js';

/** @import { Groups, NetworkScene, Node, Picked, Point, Theme, Words } from '../types' */
/** @import { Choice, LargeEdge, LargeNode, LargeScene } from './large_scene.js' */

/** @typedef {{ onPick(picked: Picked): void, onPlaces(places: Record<string, Point>): void, onChoice(choice: Choice, nodes: number, edges: number): void }} LargeHooks */
/** @typedef {{ groups: Groups, colours: Theme, options: object, words: Words, letter?: number }} LargeLooks */

const MARGIN = 60, MAX_FIRST_SCALE = 1.6; // at the start
const ZOOM_PER_KEY = 1.3;

export class LargePane {
  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} bar for the buttons of what is done by hand
   * @param {HTMLElement} choices for the choice of kinds and years
   * @param {LargeScene} scene
   * @param {LargeLooks} looks
   * @param {Choice} choice
   * @param {LargeHooks} hooks
   */
  constructor(box, bar, choices, scene, { groups, colours, options, words, letter }, choice, hooks) {
    this.box = box;
    this.hooks = hooks;
    const important = [...scene.nodes].sort((a, b) => b.links - a.links || (a.id < b.id ? -1 : 1));
    this.signs = new Map(important.map((node) => [node.id, node])); // their names take room in this order
    this.base = /** @type {{ nodes: any[], edges: any[] }} */ ({
      nodes: scene.nodes.map(({ id, title, group, x, y, size }) => ({ id, title, group, x, y, size, label: '' })),
      edges: unpackEdges(scene).map((edge) => themedLine(edge, colours)),
    });
    this.nodes = new vis.DataSet(this.base.nodes);
    this.edges = new vis.DataSet(this.base.edges);
    this.network = new vis.Network(box, { nodes: this.nodes }, { ...options, groups });
    this.layer = new LargeLayer(box, this.network, /** @type {any} */ (this.nodes), /** @type {any} */ (this.edges), { groups, colours });
    if (letter) this.layer.letter = letter;
    this.layer.looks = scene.looks.map((look) => themedLine(look, colours));
    this.choice = choice;
    const content = { kinds: scene.legend.kinds, groups, years: yearsOf(scene.edges), words };
    drawChoices(choices, content, choice, (changed) => this.choose(changed));
    /** @type {Set<string>} */
    this.visible = new Set(this.signs.keys());
    this.scene = this.base;
    this.gestures = new LargeGestures(box, this.layer, bar, words, { scene: /** @type {any} */ (this.base), places: {} }, {
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
      this.gestures.group = thingsOf(picked);
      this.hooks.onPick(picked);
    };
    listenToClicks(box, layer, pick, undefined, (point) => this.gestures.unpinAt(point));
    listenToKeys(box, layer, pick);
    box.addEventListener('keydown', (event) => this.onZoomKey(event), { signal: this.gestures.listenerEnd.signal });
  }

  /** @param {KeyboardEvent} event */
  onZoomKey(event) {
    const scale = this.network.getScale();
    if (event.key === '0') this.fit();
    else if (event.key === '+' || event.key === '=') this.network.moveTo({ scale: scale * ZOOM_PER_KEY, animation: false });
    else if (event.key === '-') this.network.moveTo({ scale: scale / ZOOM_PER_KEY, animation: false });
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
    this.gestures.group = thingsOf(picked);
    showPicked(this.layer, picked);
  }

  /** Draws what a choice shows; only what changes is told to vis-network. @param {Choice} choice */
  choose(choice) {
    this.choice = choice;
    const { edges, nodes } = chosenPart(/** @type {LargeEdge[]} */ (this.scene.edges), this.signs, choice);
    const changed = [...this.signs.keys()].filter((id) => nodes.has(id) !== this.visible.has(id));
    this.visible = nodes;
    if (changed.length) this.nodes.update(changed.map((id) => /** @type {any} */ ({ id, hidden: !nodes.has(id) })));
    this.layer.setDrawn(edges, [...this.signs.values()].filter(({ id }) => nodes.has(id)));
    this.box.dataset.drawn = String(edges.length);
    this.hooks.onChoice(choice, nodes.size, edges.length);
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
    const { box } = this, nodes = this.scene.nodes.filter(({ id }) => this.visible.has(id));
    if (!nodes.length) return;
    const [left, right] = endsOf(nodes.map(({ x }) => x)), [top, bottom] = endsOf(nodes.map(({ y }) => y));
    const scale = Math.min(box.clientWidth / (right - left + 2 * MARGIN), box.clientHeight / (bottom - top + 2 * MARGIN), MAX_FIRST_SCALE);
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  }

  /** Brings a thing into the middle, near enough for the names around it. @param {string} id */
  lookAt(id) {
    if (!this.signs.has(id)) return;
    this.network.moveTo({ position: this.network.getPosition(id), scale: Math.max(this.network.getScale(), 0.5), animation: false });
    this.mark({ node: id });
  }

  /** The middle of a thing's lower side in pixels of the box, or none if it is not drawn. @param {string} id */
  beneath(id) {
    const sign = this.signs.get(id);
    if (!sign || !this.visible.has(id)) return null;
    const { x, y } = this.network.canvasToDOM(this.network.getPosition(id));
    return { x, y: y + sign.size * this.network.getScale() };
  }

  close() {
    this.gestures.close();
    this.layer.close();
    this.network.destroy();
  }
}

/** @param {number[]} values @returns {[number, number]} */
function endsOf(values) {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}
