// The map of a stage: outlines, a dot for each spot, an arc for each line, names that never overlap.

import { AreaLayer, drawPatterns } from './area_layer.js';
import { placeInsets } from './insets.js';
import { hasFinger, nearestArc } from './hit_areas.js';
import { fullView, nearView, zoomView } from './map_view.js';
import { drawZoomButtons } from './zoom_buttons.js';
import { arcTo, DOT_RADIUS_PX, placeNames, tipPath } from './shapes.js';
import { draw, put } from '../shared/dom.js';
import { themedHue } from '../shared/legend.js';
import { nameOn, Pins } from '../shared/pins.js';
import { keepFocus, oneStop } from '../shared/toolbar.js';
import { bestStates } from '../stage/moment.js';

/** @import { Arc, MapScene, Ground, Hooks, Note, Picked, Point, Spot, StageData, State, States } from '../types' */
/** @import { Rectangle } from './shapes.js' */
/** @typedef {Spot & import('./shapes.js').Named & { state: State | undefined }} Dot */

const MOTION = {
  dur: '0.9s', fill: 'freeze', calcMode: 'spline', keyTimes: '0;1', keySplines: '.4 0 .2 1', begin: 'indefinite',
};
const NAME_HEIGHT_PX = 15;

/** @param {Element} parent @param {Ground} ground @param {string[]} denied areas that say no */
function drawGround(parent, ground, denied) {
  for (const { code, d } of ground.areas) draw(parent, 'path', { d }, denied.includes(code) ? 'area denied' : 'area');
  for (const d of ground.borders) draw(parent, 'path', { d }, 'border');
}

export class MapPane {
  /** @param {HTMLElement} pane @param {StageData & { map: MapScene }} data @param {Hooks} hooks */
  constructor(pane, data, hooks) {
    const { map: scene, words, letter = NAME_HEIGHT_PX } = data;
    this.scene = scene;
    this.hooks = hooks;
    this.letter = letter;
    this.frame = put(pane, 'div', '', 'frame');
    this.svg = draw(this.frame, 'svg', { role: 'group', 'aria-label': words.map_help }, 'map');
    this.earth = draw(this.svg, 'g', {}, 'earth');
    const { adoption } = scene;
    if (adoption) drawPatterns(this.svg);
    drawGround(this.earth, scene, adoption?.denied ?? []);
    this.corners = scene.insets.map((inset) => this.drawInset(inset));
    this.areas = adoption ? new AreaLayer([this.earth, ...this.corners], data, adoption, hooks) : null;
    this.marks = draw(this.svg, 'g', {});
    const buttons = put(this.frame, 'div', '', 'zoom');
    this.areas?.drawKey(pane);
    put(put(pane, 'div', '', 'top foot'), 'p', scene.credit, 'credit');
    this.context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    /** @type {Rectangle[]} */
    this.insetBoxes = [];
    this.view = { scale: 1, x: 0, y: 0, minScale: 1 };
    /** @type {States} */
    this.states = new Map();
    /** @type {Set<string>} */
    this.newThings = new Set();
    /** @type {Picked} */
    this.picked = null;
    /** @type {Dot[]} */
    this.drawnDots = [];
    const nameOf = (/** @type {string} */ thing) => (scene.spots.some(({ codes }) => codes.includes(thing)) ? '' : nameOn(data, thing));
    this.pins = new Pins(this.frame, (thing) => this.footOf(thing), nameOf);
    drawZoomButtons(buttons, words, this);
    oneStop(this.frame, '.arc, .area[role]');
    this.listen();
  }

  /** Beneath the dot of a thing, in pixels of the frame; none if it is not drawn. @param {string} thing */
  footOf(thing) {
    const dot = this.drawnDots.find(({ codes }) => codes.includes(thing));
    return dot ? { x: dot.x, y: dot.y + 2 * DOT_RADIUS_PX } : null;
  }

  /** @param {Note[]} notes */
  setNotes(notes) {
    this.pins.show(notes);
  }

  /** @param {Ground} inset */
  drawInset(inset) {
    const { adoption } = this.scene;
    const corner = draw(this.frame, 'svg', adoption ? {} : { 'aria-hidden': 'true' }, 'map inset');
    corner.setAttribute('viewBox', `0 0 ${inset.width} ${inset.height}`);
    if (adoption) drawPatterns(corner);
    drawGround(corner, inset, adoption?.denied ?? []);
    return corner;
  }

  get size() {
    return { width: this.frame.clientWidth, height: this.frame.clientHeight };
  }

  /** A point of the map in pixels of the frame. @param {Point} point @returns {Point} */
  inFrame([x, y]) {
    return [x * this.view.scale + this.view.x, y * this.view.scale + this.view.y];
  }

  fit() {
    this.view = fullView(this.scene, this.size);
    this.insetBoxes = placeInsets(this.corners, this.scene, this.view.scale, this.size);
    this.paint();
  }

  /** As near as shows all that is drawn at any moment. */
  near() {
    if (!this.scene.spots.length || !this.size.width) return;
    this.view = nearView(this.view, this.scene.spots.map(({ at }) => at), this.size);
    this.paint();
  }

  /** @param {number} by @param {number} x @param {number} y */
  zoom(by, x, y) {
    const view = zoomView(this.view, by, x, y);
    if (view.scale === view.minScale) { this.fit(); return; }
    this.view = view;
    this.paint();
  }

  /** @param {States} states @param {Set<string>} fresh */
  show(states, fresh) {
    this.states = states;
    this.newThings = fresh;
    this.areas?.show(states);
    this.paint();
  }

  /** @param {Picked} picked */
  pick(picked) {
    this.picked = picked;
    this.newThings = new Set();
    this.paint();
  }

  /** @param {Arc} arc */
  drawArc(arc) {
    const state = this.states.get(arc.id);
    if (!state) return;
    const { d, middle, tip, turn } = arcTo(arc.path.map((point) => this.inFrame(point)));
    const group = this.openArc(arc, state);
    draw(group, 'path', { d }, 'hold');
    /** @type {Record<string, string | number>} */
    const more = arc.dashes ? { 'stroke-dasharray': arc.dashes.join(' ') } : { pathLength: 1 };
    draw(group, 'path', { d, 'stroke-width': Math.max(1.6, arc.width * 0.75), ...more }, `line${arc.dashes ? '' : ' solid'}`);
    if (arc.arrow) draw(group, 'path', { d: tipPath(tip, turn, 7 + arc.width) }, 'tip');
    if (state === 'possible') draw(group, 'text', { x: middle[0], y: middle[1] + 7 }, 'mark').textContent = '?';
    if (!this.newThings.has(arc.id)) return;
    const runner = draw(group, 'circle', { r: 5 }, 'runner');
    draw(runner, 'animateMotion', { path: d, ...MOTION }).beginElement?.();
  }

  /** @param {Arc} arc @param {State} state */
  openArc(arc, state) {
    const { hooks } = this;
    const isPicked = this.picked && this.picked.edge === arc.id;
    const looks = { tabindex: 0, role: 'button', 'data-line': arc.id, style: `--hue:${themedHue(arc.color, hooks.colours)}` };
    const group = draw(this.marks, 'g', looks, `arc ${state}${this.newThings.has(arc.id) ? ' fresh' : ''}${isPicked ? ' chosen' : ''}`);
    const title = hooks.titles.get(arc.id) ?? '';
    group.setAttribute('aria-label', title);
    draw(group, 'title', {}).textContent = title;
    group.onclick = (event) => hooks.onPick({ edge: nearestArc(this.marks, event) ?? arc.id }, 'map');
    group.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      hooks.onPick({ edge: arc.id }, 'map');
      event.preventDefault();
    };
    return group;
  }

  /** @param {Dot} dot */
  drawDot(dot) {
    const group = draw(this.marks, 'g', { 'data-spot': dot.id }, `dot ${dot.state}${dot.origin ? ' origin' : ''}`);
    draw(group, 'title', {}).textContent = dot.name;
    const place = { cx: dot.x, cy: dot.y };
    if (dot.origin) draw(group, 'circle', { ...place, r: DOT_RADIUS_PX + 5 }, 'ring');
    draw(group, 'circle', { ...place, r: this.areas ? DOT_RADIUS_PX / 2 : dot.origin ? DOT_RADIUS_PX + 1 : DOT_RADIUS_PX });
    group.onclick = () => this.hooks.onPick({ node: dot.codes[0] }, 'map');
    if (hasFinger()) draw(group, 'circle', { ...place, r: 2.5 * DOT_RADIUS_PX }, 'finger');
    if (!dot.label) return;
    const { x, y, text, far, wide } = dot.label;
    if (far) draw(group, 'path', { d: `M${dot.x} ${dot.y}L${Math.max(x, Math.min(dot.x, x + wide))} ${y}` }, 'leader');
    draw(group, 'text', { x, y: y + this.letter * 0.36, 'font-size': this.letter }, 'name').textContent = text;
  }

  /** The dots to draw, the origin first. @returns {Dot[]} */
  dots() {
    const { scene } = this;
    /** @type {[string, string[]][]} */
    const ends = [
      ...scene.arcs.map(({ id, from, to }) => /** @type {[string, string[]]} */ ([id, [from, to]])),
      ...scene.marks.map(({ id, at }) => /** @type {[string, string[]]} */ ([id, [at]])),
    ];
    const best = bestStates(ends, this.states);
    return scene.spots
      .filter(({ id, origin }) => origin || best.has(id))
      .map((spot) => {
        const [x, y] = this.inFrame(spot.at);
        const state = spot.origin ? /** @type {State} */ ('certain') : best.get(spot.id);
        const year = this.areas?.yearOf(scene.marks.filter(({ at }) => at === spot.id).map(({ id }) => id)) ?? '';
        return { ...spot, name: spot.name + year, short: spot.short && spot.short + year, x, y, state };
      })
      .sort((a, b) => Number(b.origin) - Number(a.origin));
  }

  paint() {
    const { marks, view, letter, size } = this;
    if (!size.width || !size.height) return;
    this.svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    this.earth.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
    this.context.font = `${letter}px ${this.hooks.colours.font}`;
    const dots = this.dots();
    const isNear = view.scale > view.minScale; // the inset belongs to the full map
    for (const corner of this.corners) corner.style.visibility = isNear ? 'hidden' : '';
    const shut = isNear ? [] : this.insetBoxes;
    placeNames(dots, shut, size, letter, (name) => this.context.measureText(name).width + 2);
    keepFocus(marks, () => {
      marks.replaceChildren();
      this.scene.arcs.forEach((arc) => this.drawArc(arc));
      dots.forEach((dot) => this.drawDot(dot));
    });
    this.drawnDots = dots;
    this.pins.place();
    this.svg.dataset.arcs = String(marks.querySelectorAll('.arc').length);
  }

  listen() {
    const { svg } = this;
    svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && this.view.scale === this.view.minScale && event.deltaY > 0) return; // the page scrolls
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.offsetX, event.offsetY);
    }, { passive: false });
    /** @type {Point | null} */
    let start = null;
    svg.onpointerdown = (event) => { start = [event.clientX - this.view.x, event.clientY - this.view.y]; };
    svg.onpointermove = (event) => {
      if (!start || !event.buttons || this.view.scale === this.view.minScale) return;
      this.view = { ...this.view, x: event.clientX - start[0], y: event.clientY - start[1] };
      this.paint();
    };
    svg.onpointerup = () => { start = null; };
  }
}

/** The map of a stage, or a note that there is none. @param {HTMLElement} pane @param {StageData} data @param {Hooks} hooks */
export function mapPane(pane, data, hooks) {
  if (data.map) return new MapPane(pane, { ...data, map: data.map }, hooks);
  put(pane, 'p', data.words.no_map, 'note');
  return null;
}
