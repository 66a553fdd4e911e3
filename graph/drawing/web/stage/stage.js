// Network, map and curve under one time control. Knows neither Streamlit nor any file: it draws
// into an element what stage_scene.py has worked out, and tells what is picked and which year it is.

import { Clock } from './clock.js';
import { showCounts } from './counts.js';
import { putOnlySwitch, showEvidence } from './evidence.js';
import { countsOf, isEarlier, joinsOnly, stateAt } from './moment.js';
import { watchHeight } from './stage_height.js';
import { legendOn, stageSheet } from './sheets.js';
import { drawSwitches, LAYOUTS } from './switches.js';
import { drawUnplaced } from './unplaced.js';
import { curvePane } from '../curve/curve_pane.js';
import { mapPane } from '../map/map_pane.js';
import { NetworkPane } from '../network/network_pane.js';
import { saveButtons } from '../save/buttons.js';
import { activeElement, isFullScreen, part, put } from '../shared/dom.js';
import { drawLegend } from '../shared/legend.js';

/** @import { Hooks, Note, Picked, StageData, States } from '../types' */

/**
 * @typedef {object} Listener what a page wants to know
 * @property {(picked: Picked) => void} [onPick]
 * @property {(year: number | null, isLast: boolean) => void} [onMoment]
 * @property {(year: number | null) => void} [onSince] where the window begins, or null if it is open
 * @property {(layout: string) => void} [onLayout]
 * @property {(isShown: boolean) => void} [onUndated]
 * @property {() => void} [onEvidence]
 * @property {Hooks['onPlaces']} [onPlaces] where the reader has put things
 * @property {Hooks['onLevel']} [onLevel] how large the areas of the map are
 * @property {(nodes: string[]) => void} [onOnly] the reader wants only these things; else the stage hides the others itself
 */

const NOTIFY_DELAY_MS = 600; // after the last change of the moment

export class Stage {
  /** @param {Element} root @param {StageData} data @param {string} theme @param {Listener} listener */
  constructor(root, data, theme, listener) {
    root.replaceChildren();
    this.data = data;
    this.listener = listener;
    this.undated = true;
    this.earlier = 0; // lines before the window
    this.layout = 'all';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Picked} */
    this.picked = null;
    /** The things between which links are shown; null is all. @type {string[] | null} */
    this.onlyThings = null;
    /** @type {States} */
    this.states = new Map();
    /** @type {States} */
    this.drawnStates = new Map();
    this.hooks = this.hooksOf(data, theme, root);
    this.element = put(root, 'div', '', `stage ${theme}`);
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', data.words.stage);
    const bar = put(this.element, 'div', '', 'clock');
    this.counts = put(this.element, 'p', '', 'counts');
    this.counts.setAttribute('aria-live', 'polite');
    this.panes = put(this.element, 'div', '', 'panes');
    const network = this.pane('network'), map = this.pane('map');
    this.network = new NetworkPane(network, data, this.hooks);
    const signs = put(map, 'div', '', 'legend'); // of all moments: the map beneath it does not move
    this.map = mapPane(map, data, this.hooks);
    if (data.map) drawLegend(signs, legendOn(data.network.legend, data.map.arcs), this.hooks.groups, this.hooks.colours);
    this.curve = curvePane(this.pane('curve'), data);
    this.drawer = this.drawerBeside(network);
    drawUnplaced(put(this.element, 'div', '', 'trays'), data, this.hooks);
    this.drawSaving();
    this.clock = new Clock(bar, data, (now, before, isPlaying) => this.move(now, before, isPlaying));
    this.switches = this.drawSwitches(bar);
    this.element.onkeydown = (event) => this.onKey(event);
    this.unwatch = watchHeight(this.element, this.panes, () => this.fit());
    this.setLayout('all');
    this.clock.go(data.years.length - 1, true);
  }

  /** @param {StageData} data @param {string} theme @param {Element} root @returns {Hooks} */
  hooksOf({ lines, groups, themes }, theme, root) {
    return {
      titles: new Map(lines.map(({ id, title }) => [id, title])),
      sentences: new Map(lines.map(({ id, sentence }) => [id, sentence])),
      colours: { ...themes[theme], font: getComputedStyle(root).fontFamily || 'sans-serif' },
      groups: groups[theme],
      onPlaces: (places) => this.listener.onPlaces?.(places),
      onLevel: (level) => this.listener.onLevel?.(level),
      onPick: (picked, from) => {
        this.pick(picked, from);
        this.listener.onPick?.(picked);
      },
    };
  }

  /** @param {string} name */
  pane(name) {
    const section = put(this.panes, 'section', '', `pane pane-${name}`);
    section.setAttribute('aria-label', this.data.words[`layout_${name}`]);
    return section;
  }

  /** The drawer of evidence, next to the network for Tab. @param {Element} network */
  drawerBeside(network) {
    this.panes.style.setProperty('--full-width', `${this.network.width}px`); // beside a map it gets the room that it needs
    const over = put(this.panes, 'div', '', 'over'); // as large as the pictures, so that the drawer stays in sight
    network.after(over);
    const drawer = put(over, 'aside', '', 'evidence');
    drawer.hidden = true;
    return drawer;
  }

  drawSaving() {
    const { words } = this.data;
    for (const name of LAYOUTS.slice(1).filter((name) => name !== 'map' || this.map)) {
      const top = part(this.element, `.pane-${name} .top`);
      saveButtons(top, words[`layout_${name}`], words, () => stageSheet(this, name));
    }
  }

  /** @param {HTMLElement} bar */
  drawSwitches(bar) {
    const { lines, words } = this.data;
    const shape = { hasUndated: lines.some(({ dated }) => !dated), hasMap: Boolean(this.map), stage: this.element };
    return drawSwitches(bar, words, shape, {
      onUndated: (isShown) => {
        this.setUndated(isShown);
        this.listener.onUndated?.(isShown);
      },
      onLayout: (name) => {
        this.setLayout(name);
        this.listener.onLayout?.(name);
      },
    });
  }

  /** @param {number} now @param {number} before @param {boolean} isPlaying */
  move(now, before, isPlaying) {
    const { lines, years, words } = this.data;
    const { startIndex } = this.clock, old = this.states;
    const states = new Map(lines.map((line) => [line.id, stateAt(line, now, startIndex)]));
    this.states = states;
    this.earlier = lines.filter((line) => isEarlier(line, startIndex)).length;
    // while it plays, what has no year stands apart: in the tray and in the sum
    const hasUndated = this.undated && !this.clock.isPlaying;
    const isWanted = joinsOnly(lines, this.onlyThings);
    this.drawnStates = new Map([...states].map(([id, state]) =>
      [id, (state === 'undated' && !hasUndated) || !isWanted(id) ? null : state]));
    const isFresh = (/** @type {string} */ id) => states.get(id) && states.get(id) !== old.get(id);
    const fresh = new Set(now === before + 1 ? [...states.keys()].filter(isFresh) : []);
    this.network.show(this.drawnStates, fresh);
    this.map?.show(this.drawnStates, fresh);
    this.curve.show(now, startIndex);
    showCounts(this.counts, countsOf(states, this.data, this.earlier), words);
    this.element.dataset.moment = years.length ? String(years[now]) : '';
    clearTimeout(this.timer);
    const tell = () => {
      this.listener.onMoment?.(years[now] ?? null, now === years.length - 1);
      this.listener.onSince?.(this.clock.since);
    };
    if (!isPlaying) this.timer = setTimeout(tell, NOTIFY_DELAY_MS);
  }

  /** @param {boolean} isShown */
  setUndated(isShown) {
    this.undated = isShown;
    this.switches.box.checked = isShown;
    this.clock.go(this.clock.yearIndex, true);
  }

  /** Shows only the links between these things, or all. @param {string[] | null} nodes */
  setOnly(nodes) {
    if (nodes && this.listener.onOnly) { this.listener.onOnly(nodes); return; }
    this.onlyThings = nodes;
    this.clock.go(this.clock.yearIndex, true);
    this.pick(this.picked);
  }

  /** Pins notes to things, in every picture. @param {Note[]} notes */
  setNotes(notes) {
    for (const pane of [this.network, this.map, this.curve]) pane?.setNotes(notes);
  }

  /** @param {string} name */
  setLayout(name) {
    this.layout = LAYOUTS.includes(name) ? name : 'all';
    this.element.dataset.layout = this.layout;
    for (const button of this.switches.buttons) button.setAttribute('aria-pressed', String(button.dataset.layout === this.layout));
    this.fit();
  }

  /** @param {Picked} picked @param {string} [from] the picture in which it was picked */
  pick(picked, from) {
    const { drawer, data } = this;
    this.picked = picked;
    drawer.classList.toggle('left', from === 'map' && this.layout === 'all');
    const holdsFocus = drawer.contains(activeElement(drawer));
    showEvidence(drawer, data, picked, () => this.hooks.onPick(null), this.listener.onEvidence ? () => this.toEvidence() : null);
    const several = picked?.nodes, isLess = several && data.lines.some(({ ends }) => !ends.every((end) => several.includes(end)));
    if (several && isLess) putOnlySwitch(drawer, data.words, this.onlyThings, (wanted) => this.setOnly(wanted ? several : null));
    if (holdsFocus && drawer.hidden) this.network.box.focus({ preventScroll: true });
    this.network.pick(picked);
    this.map?.pick(picked);
    const chips = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll('.chip'));
    for (const chip of chips) chip.classList.toggle('chosen', Boolean(picked) && chip.dataset.line === picked?.edge);
  }

  /** The evidence is on the page, which a full screen hides. */
  async toEvidence() {
    if (isFullScreen(this.element)) await document.exitFullscreen();
    this.listener.onEvidence?.();
  }

  fit() {
    if (!this.element.clientWidth) return;
    this.network.fit();
    this.map?.fit();
    this.curve.fit();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { clock } = this, target = /** @type {Element} */ (event.target);
    if (event.key === 'Escape' && this.picked) this.hooks.onPick(null);
    /** @type {Record<string, () => void>} */
    const acts = { ' ': () => clock.toggle(), ',': () => clock.step(-1), '.': () => clock.step(1) };
    const act = acts[event.key];
    if (!act || (event.key === ' ' && target.matches?.('button, input[type=checkbox], summary'))) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number | null} year @param {number | null} [since] */
  go(year, since = null) {
    const { years } = this.data;
    const at = year === null ? -1 : years.indexOf(year);
    this.clock.stop();
    this.clock.startIndex = since === null ? 0 : Math.max(0, years.indexOf(since));
    this.clock.go(at < 0 ? years.length - 1 : at, true);
  }

  close() {
    this.clock.stop();
    clearTimeout(this.timer);
    this.unwatch();
  }
}
