// A large network with its legend, its choices and its evidence. Knows neither Streamlit nor any file:
// it draws into an element what large_scene.py has worked out, and tells what the reader does.

import { largeSheet } from './large_figure.js';
import { LargePane } from './large_pane.js';
import { saveButtons } from '../save/buttons.js';
import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';
import { drawLegend } from '../shared/legend.js';
import { Pins } from '../shared/pins.js';
import { showEvidence } from '../stage/evidence.js';

/** @import { Groups, Line, Note, Picked, Point, Statement, Theme, Words } from '../types' */
/** @import { Choice, LargeScene } from './large_scene.js' */

/**
 * @typedef {object} LargeData
 * @property {LargeScene} scene
 * @property {string[]} hidden the kinds of things that are hidden at first
 * @property {[number, number] | null} span the window of years at first
 * @property {Record<string, Point>} [places] where things have been put
 * @property {Pick<Line, 'id' | 'ends' | 'statements' | 'sentence'>[]} [lines] with the statements, where no page shows evidence
 * @property {Record<string, Statement>} [statements]
 * @property {{ title: string, source: string }} about
 * @property {Words} words
 * @property {Record<string, Groups>} signs
 * @property {Record<string, Omit<Theme, 'font'>>} themes
 * @property {object} options
 * @property {number} [letter] how high names are, in pixels
 */
/**
 * @typedef {object} LargeListener what a page wants to know
 * @property {(picked: Picked) => void} [onPick]
 * @property {(places: Record<string, Point>) => void} [onPlaces]
 * @property {(hidden: string[], span: [number, number] | null) => void} [onChoice]
 */

const NOTIFY_DELAY_MS = 600; // after the last change of a choice

export class LargeStage {
  /** @param {HTMLElement} root @param {LargeData} data @param {string} theme @param {LargeListener} listener */
  constructor(root, data, theme, listener) {
    root.replaceChildren();
    this.data = data;
    this.listener = listener;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.sentChoice = JSON.stringify([data.hidden, data.span]);
    const { scene, words, signs, options, letter } = data, groups = signs[theme];
    const colours = { ...data.themes[theme], font: getComputedStyle(root).fontFamily || 'sans-serif' };
    const element = put(root, 'div', '', `large ${theme}`), top = put(element, 'div', '', 'top');
    drawLegend(put(top, 'div', '', 'legend'), { ...scene.legend, kinds: [] }, groups, colours); // the kinds are buttons
    const tools = put(top, 'span', '', 'tools'), full = put(tools, 'button', `⤢ ${words.whole_picture}`, 'quiet full');
    toolbar(tools, words.toolbar_picture.replace('{what}', words.layout_network));
    const choices = put(element, 'div', '', 'choices');
    const frame = put(element, 'div', '', 'frame'), bar = put(frame, 'div', '', 'gestures');
    this.net = put(frame, 'div', '', 'net');
    Object.assign(this.net, { tabIndex: 0, role: 'application', ariaLabel: words.large_help });
    this.drawer = put(frame, 'aside', '', 'evidence');
    this.drawer.hidden = true;
    this.counts = put(element, 'p', '', 'counts');
    this.counts.setAttribute('aria-live', 'polite');
    const choice = { kinds: new Set(data.hidden), span: data.span };
    this.pane = new LargePane(this.net, bar, choices, scene, { groups, colours, options, words, letter }, choice, {
      onPick: (picked) => this.picked(picked),
      onPlaces: (places) => listener.onPlaces?.(places),
      onChoice: (chosen, nodes, edges) => this.onChoice(chosen, nodes, edges),
    });
    Object.assign(full, { type: 'button', onclick: () => this.pane.fit() });
    saveButtons(top, words.layout_network, words, () => largeSheet(this.pane, data));
    this.pane.gestures.follow(data.places ?? {});
    this.pins = new Pins(frame, (thing) => this.pane.beneath(thing));
    this.pane.network.on('afterDrawing', () => this.pins.place());
  }

  /** @param {Choice} choice @param {number} nodes @param {number} edges */
  onChoice({ kinds, span }, nodes, edges) {
    const { words } = this.data, hidden = [...kinds].sort(), text = JSON.stringify([hidden, span]);
    this.counts.textContent = words.large_counts.replace('{nodes}', String(nodes)).replace('{edges}', String(edges));
    if (text === this.sentChoice) return;
    this.sentChoice = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.listener.onChoice?.(hidden, span), NOTIFY_DELAY_MS);
  }

  /** @param {Picked} picked */
  picked(picked) {
    this.showEvidence(picked);
    this.listener.onPick?.(picked);
  }

  /** Shows what is picked, with its evidence if the file has it. @param {Picked} picked */
  pick(picked) {
    this.pane.mark(picked);
    this.showEvidence(picked);
  }

  /** Pins notes to things. @param {Note[]} notes */
  setNotes(notes) {
    this.pins.show(notes);
  }

  /** @param {Picked} picked */
  showEvidence(picked) {
    const { lines, statements = {}, words, scene } = this.data;
    if (!lines) return;
    const close = () => { this.pick(null); this.listener.onPick?.(null); };
    showEvidence(this.drawer, { lines, statements, words, network: scene }, picked, close, null);
  }

  close() {
    clearTimeout(this.timer);
    this.pane.close();
  }
}
