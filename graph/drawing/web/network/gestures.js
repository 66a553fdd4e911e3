// The gestures of a reader on a network: drags and pins things, undoes that, and draws a lasso.

import { moveThings, Steps, turnBack } from './arrangement.js';
import { sizeOf } from './boxes.js';
import { ARROW_DIRECTIONS } from './keys.js';
import { listenToLasso, polygonHolds } from './lasso.js';
import { drawPins, pinAt } from './pin_marks.js';
import { fitPathToEnds, straightPath } from './routes.js';
import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { NetworkScene, Point, Words } from '../types' */
/** @import { Places } from './arrangement.js' */
/** @import { EdgeLayer } from './edge_layer.js' */

/**
 * @typedef {object} GestureHooks
 * @property {(scene: NetworkScene) => void} show draws the scene at its new places
 * @property {(nodes: string[]) => void} onGroup the reader has chosen several things
 * @property {(places: Places) => void} [onPlaces]
 * @property {boolean} [grows] whether a double click opens a thing; else it puts a pinned one back
 */

const SIGNS = { lasso: '◌', undo: '↶', redo: '↷', unpin: '' };
const KEY_STEP_PX = 10;

export class Gestures {
  /**
   * @param {HTMLElement} box
   * @param {EdgeLayer} layer
   * @param {HTMLElement} bar where the buttons stand
   * @param {Words} words
   * @param {{ scene: NetworkScene, places: Places }} drawing
   * @param {GestureHooks} hooks
   */
  constructor(box, layer, bar, words, { scene, places }, hooks) {
    this.box = box;
    this.bar = bar;
    this.layer = layer;
    this.words = words;
    this.hooks = hooks;
    this.baseScene = scene;
    this.places = places;
    /** @type {string[]} */
    this.group = [];
    /** What a page was told and has not answered yet. @type {string[]} */
    this.unansweredPlaces = [];
    this.isLasso = false;
    this.listenerEnd = new AbortController();
    this.steps = new Steps(() => this.showButtons());
    this.buttons = this.drawButtons();
    this.listen();
    this.setWords(words);
  }

  drawButtons() {
    this.bar.replaceChildren();
    const acts = {
      lasso: () => this.setLasso(!this.isLasso),
      undo: () => this.steps.undo(),
      redo: () => this.steps.redo(),
      unpin: () => this.moveTo({}),
    };
    const add = (/** @type {keyof typeof acts} */ name) => {
      const button = put(this.bar, 'button', SIGNS[name], 'quiet');
      Object.assign(button, { type: 'button', onclick: acts[name] });
      return button;
    };
    return { lasso: add('lasso'), undo: add('undo'), redo: add('redo'), unpin: add('unpin') };
  }

  /** @param {Words} words in the reader's language of now */
  setWords(words) {
    this.words = words;
    toolbar(this.bar, words.toolbar_hand);
    for (const [name, button] of Object.entries(this.buttons)) {
      button.title = words[name];
      button.setAttribute('aria-label', words[name]);
    }
    this.showButtons();
  }

  showButtons() {
    const { lasso, undo, redo, unpin } = this.buttons, { undoSteps, redoSteps } = this.steps;
    const count = Object.keys(this.places).length;
    undo.disabled = !undoSteps.length;
    redo.disabled = !redoSteps.length;
    unpin.hidden = !count;
    unpin.textContent = this.words.pinned.replace('{count}', String(count));
    lasso.setAttribute('aria-pressed', String(this.isLasso));
    this.box.dataset.pinned = String(count);
  }

  /** @param {boolean} isOn */
  setLasso(isOn) {
    this.isLasso = isOn;
    this.box.classList.toggle('lassoing', isOn);
    this.showButtons();
  }

  listen() {
    const { box, bar, layer, listenerEnd: { signal } } = this, { network } = layer;
    network.on('dragStart', ({ nodes }) => { if (nodes.length) box.focus({ preventScroll: true }); });
    network.on('dragging', ({ nodes }) => this.followDrag(nodes));
    network.on('dragEnd', ({ nodes }) => this.endDrag(nodes));
    network.on('doubleClick', ({ nodes: [node] }) => { if (node && !this.hooks.grows) this.unpin(String(node)); });
    network.on('afterDrawing', (context) => drawPins(context, layer, Object.keys(this.places)));
    box.addEventListener('keydown', (event) => this.onKey(event), { capture: true, signal });
    bar.addEventListener('keydown', (event) => turnBack(event, this.steps), { signal });
    listenToLasso(box, signal, {
      begins: (event) => this.isLasso || (event.shiftKey && this.nodeAt(event) === undefined),
      onLasso: (corners) => this.choose(this.nodesIn(corners)),
      onPoint: ([x, y]) => {
        const node = network.getNodeAt({ x, y });
        if (node === undefined) this.choose([]);
        else this.toggle(String(node));
      },
    });
  }

  /** @param {PointerEvent} event */
  nodeAt({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect();
    return this.layer.network.getNodeAt({ x: clientX - left, y: clientY - top });
  }

  /** @param {Point[]} corners in pixels of the box */
  nodesIn(corners) {
    const { network, nodes } = this.layer;
    return nodes.get().filter(({ hidden, x, y }) => {
      const at = network.canvasToDOM({ x, y });
      return !hidden && polygonHolds(corners, [at.x, at.y]);
    }).map(({ id }) => id);
  }

  /** Chooses several things. @param {string[]} ids */
  choose(ids) {
    this.setLasso(false);
    this.box.focus({ preventScroll: true });
    if (!ids.length && !this.group.length) return;
    this.group = ids;
    this.hooks.onGroup(ids);
  }

  /** @param {string} id */
  toggle(id) {
    this.choose(this.group.includes(id) ? this.group.filter((other) => other !== id) : [...this.group, id]);
  }

  /** The edges follow what is dragged; ways around nodes are looked for when it rests. @param {string[]} ids */
  followDrag(ids) {
    const { network, edges, draggedPaths } = this.layer, moved = new Set(ids.map(String));
    if (!moved.size) return;
    const spot = (/** @type {string} */ id) => {
      const { x, y } = network.getPosition(id);
      return /** @type {Point} */ ([x, y]);
    };
    for (const { id, from, to, path } of edges.get({ filter: ({ from, to }) => moved.has(from) || moved.has(to) })) {
      const [start, end] = [spot(from), spot(to)];
      draggedPaths.set(id, path.length === 4 ? fitPathToEnds(path, start, end) : straightPath([start, end]));
    }
  }

  /** @param {string[]} ids */
  endDrag(ids) {
    this.layer.draggedPaths.clear();
    if (!ids.length) return;
    const at = this.layer.network.getPositions(ids);
    const spots = ids.map((id) => [id, [Math.round(at[id].x), Math.round(at[id].y)]]);
    this.moveTo({ ...this.places, ...Object.fromEntries(spots) });
  }

  /** The things at these places, and all others where they stood; a step that can be taken back. @param {Places} places */
  moveTo(places) {
    const before = this.places;
    this.steps.take(() => this.setPlaces(places), () => this.setPlaces(before));
  }

  /** @param {Places} places */
  setPlaces(places) {
    this.places = places;
    this.refresh();
    if (!this.hooks.onPlaces) return;
    this.unansweredPlaces.push(JSON.stringify(places));
    this.hooks.onPlaces(places);
  }

  /** Puts things where a page asks for them, unless it repeats what it was told. @param {Places} places */
  follow(places) {
    const text = JSON.stringify(places), at = this.unansweredPlaces.indexOf(text);
    this.unansweredPlaces.splice(0, at + 1);
    if (at >= 0 || text === JSON.stringify(this.places)) return;
    this.places = places;
    this.refresh();
    this.layer.network.once('afterDrawing', () => this.refresh()); // now it is known how large things are
  }

  refresh() {
    this.hooks.show(this.arrange(this.baseScene));
    this.showButtons();
  }

  /** The scene that is drawn now, which may be another part of the facts. @param {NetworkScene} scene */
  arrange(scene) {
    this.baseScene = scene;
    return moveThings(scene, this.places, (id) => sizeOf(this.layer, id));
  }

  /** @param {string} id */
  unpin(id) {
    if (!this.places[id]) return;
    this.moveTo(Object.fromEntries(Object.entries(this.places).filter(([other]) => other !== id)));
  }

  /** Puts back the thing whose mark is at a point of the picture, if there is one. @param {{ x: number, y: number }} point */
  unpinAt(point) {
    const id = pinAt(point, this.layer, Object.keys(this.places));
    if (id) this.unpin(id);
    return Boolean(id);
  }

  /** Pins a thing where it stands, or puts it back. @param {string} id */
  turnPin(id) {
    const node = this.layer.nodes.get(id);
    if (this.places[id]) this.unpin(id);
    else if (node) this.moveTo({ ...this.places, [id]: [node.x, node.y] });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (turnBack(event, this.steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = this.layer.network.getSelectedNodes().map(String), { at: last = '' } = this.box.dataset;
    const at = selected.includes(last) ? last : selected[0] ?? last;
    const node = this.layer.nodes.get(at);
    const [across, down] = (event.shiftKey && ARROW_DIRECTIONS[event.key]) || [0, 0];
    if (event.key === 'Escape' && this.group.length) this.choose([]);
    else if (!node || node.hidden) return;
    else if (across || down) this.moveTo({ ...this.places, [at]: [node.x + across * KEY_STEP_PX, node.y + down * KEY_STEP_PX] });
    else if (event.key.toLowerCase() === 'p') this.turnPin(at);
    else if (event.key.toLowerCase() === 'x') this.toggle(at);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  close() {
    this.listenerEnd.abort();
  }
}
