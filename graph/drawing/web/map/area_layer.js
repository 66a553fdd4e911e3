// The areas of a map of adoptions, coloured by the year in which the first place in each adopted.

import { areaState, colourOf, firstYear } from './area_state.js';
import { hasFinger, spotOn } from './hit_areas.js';
import { draw, put } from '../shared/dom.js';
import { keepFocus, toolbar } from '../shared/toolbar.js';
import { areaSamples } from '../save/area_samples.js';

/** @import { Adoption, Hooks, Line, StageData, States } from '../types' */
/** @import { AreaState } from './area_state.js' */

/** The pattern of what nothing is stated of, and of what is stated without a year. @param {SVGElement} svg */
export function drawPatterns(svg) {
  const defs = draw(svg, 'defs', {});
  const looks = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const silent = draw(defs, 'pattern', { id: 'silent', ...looks, patternTransform: 'rotate(45)' });
  draw(silent, 'rect', { width: 6, height: 6 }, 'silent-ground');
  draw(silent, 'line', { x1: 0, y1: 0, x2: 0, y2: 6 }, 'silent-line');
  const dotted = draw(defs, 'pattern', { id: 'dotted', ...looks });
  draw(dotted, 'rect', { width: 6, height: 6 }, 'dotted-ground');
  draw(dotted, 'circle', { cx: 3, cy: 3, r: 1.3 }, 'dotted-dot');
}

export class AreaLayer {
  /**
   * @param {SVGElement[]} roots the parts of the map, the full one first
   * @param {StageData} data @param {Adoption} adoption @param {Hooks} hooks
   */
  constructor(roots, data, adoption, hooks) {
    this.roots = /** @type {SVGSVGElement[]} */ (roots);
    this.data = data;
    this.adoption = adoption;
    this.hooks = hooks;
    this.level = 0;
    /** @type {Map<string, Line>} */
    this.lines = new Map(data.lines.map((line) => [line.id, line]));
    /** @type {States} */
    this.states = new Map();
    this.signs = this.signsOf(adoption);
    this.layers = roots.map((root) => draw(root, 'g', {}, 'areas'));
    roots.forEach((root) => root.classList.add('coloured'));
  }

  /** What the legend has to explain besides years. @param {Adoption} adoption */
  signsOf({ levels }) {
    const { years, map } = this.data;
    const areas = levels.flatMap((level) => level.areas), coloured = new Set(areas.map(({ code }) => code));
    const lines = areas.flatMap((area) => area.lines.map((id) => this.lines.get(id)));
    const firsts = lines.map((line) => (line?.dated ? firstYear(line.onset, years) : null));
    return {
      unsure: firsts.some((first) => first && !first.isSure),
      undated: firsts.includes(null),
      silent: Boolean(map?.areas.some(({ code }) => !coloured.has(code))),
    };
  }

  /** The legend, and which areas are coloured. @param {HTMLElement} pane */
  drawKey(pane) {
    const { adoption, data: { words } } = this;
    const key = put(pane, 'div', '', 'area-key');
    put(key, 'b', adoption.title);
    if (adoption.levels.length > 1) {
      const group = put(key, 'span', '', 'layouts');
      this.buttons = adoption.levels.map(({ name }, at) => {
        const button = put(group, 'button', name, 'quiet');
        Object.assign(button, { type: 'button', onclick: () => this.choose(at) });
        button.setAttribute('aria-pressed', String(at === this.level));
        return button;
      });
      toolbar(group, words.map_level);
    }
    for (const { text, sample } of areaSamples(adoption, this.signs, words)) {
      const item = put(key, 'span', '', 'legend-item');
      const svg = draw(item, 'svg', { width: 28, height: 16, viewBox: '0 0 28 16', 'aria-hidden': 'true' }, 'coloured');
      sample(svg);
      item.append(text);
    }
  }

  /** The reader's choice, which the page is told. @param {number} level */
  choose(level) {
    this.setLevel(level);
    this.hooks.onLevel?.(this.adoption.levels[level].key);
  }

  /** The areas of a size by its key; the first ones if the map has no such areas. @param {string} key */
  showLevel(key) {
    this.setLevel(Math.max(0, this.adoption.levels.findIndex((level) => level.key === key)));
  }

  /** @param {number} level */
  setLevel(level) {
    this.level = level;
    this.buttons?.forEach((button, at) => button.setAttribute('aria-pressed', String(at === level)));
    this.paint();
  }

  /** @param {States} states */
  show(states) {
    this.states = states;
    this.paint();
  }

  /** @param {string[]} ids @returns {AreaState} */
  stateOf(ids) {
    return areaState(ids, this.states, this.lines, this.data.years);
  }

  /** The year beside the name of a spot, by the lines there. @param {string[]} ids */
  yearOf(ids) {
    const state = ids.length ? this.stateOf(ids) : null;
    return state?.kind === 'year' ? ` ${state.text}` : '';
  }

  /** How many pixels a unit of a part of the map takes. @param {number} at */
  scaleOf(at) {
    return this.layers[at].getScreenCTM()?.a ?? 1;
  }

  /** The only area of an inset, by name: no dot of the map does it. @param {number} at @param {string} text */
  nameInset(at, text) {
    const box = this.roots[at].viewBox?.baseVal;
    if (!box) return;
    const place = { x: box.width / 2, y: box.height - 5, 'text-anchor': 'middle', 'font-size': 12 };
    draw(this.layers[at], 'text', place, 'inset-name').textContent = text;
  }

  paint() {
    keepFocus(/** @type {Element} */ (this.roots[0].closest('.frame')), () => this.drawAreas());
  }

  drawAreas() {
    const { adoption, layers, data: { words } } = this;
    for (const layer of layers) layer.replaceChildren();
    const { areas } = adoption.levels[this.level];
    /** @type {{ path: SVGPathElement, at: number, pick: () => void }[]} */
    const clickable = [];
    for (const { name, lines, paths, code } of areas) {
      const state = this.stateOf(lines);
      const text = state.kind === 'year' ? state.text : words[`map_${state.kind}`];
      const label = `${name}${words.colon}${text}`;
      paths.forEach((d, at) => {
        if (!d) return;
        const isUnsure = state.kind === 'year' && !state.isSure;
        const path = draw(layers[at], 'path', { d, 'data-area': code }, `area shade ${state.kind}${isUnsure ? ' unsure' : ''}`);
        if (state.kind === 'year') path.style.fill = colourOf(adoption.classes, state.year);
        draw(path, 'title', {}).textContent = label;
        if (at && areas.filter((area) => area.paths[at]).length === 1) this.nameInset(at, state.kind === 'year' ? `${name} ${text}` : name);
        if (state.kind === 'outside') return;
        path.setAttribute('role', 'button');
        path.setAttribute('tabindex', '0');
        path.setAttribute('aria-label', label);
        const pick = () => this.hooks.onPick({ edge: state.id }, 'map');
        path.onclick = pick;
        path.onkeydown = (event) => {
          if (event.key !== 'Enter') return;
          pick();
          event.preventDefault();
        };
        clickable.push({ path, at, pick });
      });
    }
    if (hasFinger()) for (const { path, at, pick } of clickable) spotOn(path, this.scaleOf(at), pick);
  }
}
