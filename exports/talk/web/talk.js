// A talk: one step at a time, its stage, its caption and its evidence. By keyboard, clicker
// or mouse. Knows neither Streamlit nor any file: it draws into an element what slides.py gives.

import { isFullScreen, put } from '../../../graph/drawing/web/shared/dom.js';
import { switchOff } from '../../../graph/drawing/web/shared/toolbar.js';
import { actOf } from './talk_keys.js';
import { putCitations, putFaults, putFigure, putPassages } from './talk_words.js';
import { LargeStage } from '../../../graph/drawing/web/large/large_stage.js';
import { Stage } from '../../../graph/drawing/web/stage/stage.js';

/** @import { Ground, Note, Picked, StageData } from '../../../graph/drawing/web/types' */
/** @import { LargeData } from '../../../graph/drawing/web/large/large_stage.js' */
/** @import { Act } from './talk_keys.js' */

/**
 * @typedef {object} Step a faulty one has no stage, and nothing but captions and faults
 * @property {number | null} stage
 * @property {number} [network] of a large network, in place of a stage
 * @property {string} layout
 * @property {boolean} undated
 * @property {string} level how large the areas of a map of adoptions are
 * @property {number | null} year
 * @property {Picked} picked
 * @property {Record<string, string>} caption
 * @property {Record<string, string[]>} evidence
 * @property {string[]} [passages] the words of each statement's passage, empty where no copy has them
 * @property {{ thing: string, text: Record<string, string> }[]} [notes]
 * @property {Record<string, string[]>} [faults]
 * @property {Record<string, import('./talk_words.js').Figure>} [figure] the figure of a measure, in place of a stage
 */
/**
 * @typedef {object} TalkData each text by language
 * @property {Record<string, string>} title
 * @property {Step[]} steps
 * @property {Record<string, Partial<StageData>[]>} stages
 * @property {Record<string, Partial<LargeData>[]>} networks
 * @property {Record<string, Ground>} ground
 * @property {Record<string, StageData>} shared
 * @property {Record<string, Record<string, string>>} texts
 */

const BUTTONS = /** @type {const} */ (['back', 'next', 'evidence', 'language', 'full']);

export class Talk {
  /**
   * @param {HTMLElement} root
   * @param {TalkData} data
   * @param {string} theme
   * @param {{ at?: number, language?: string, heading?: 'h1' | 'h2' }} view
   * @param {{ onStep?: (at: number, language: string) => void }} listener
   */
  constructor(root, data, theme, { at = 0, language = 'zh', heading = 'h1' }, listener) {
    root.replaceChildren();
    this.root = root;
    this.data = data;
    this.theme = theme;
    this.at = at;
    this.language = language;
    this.listener = listener;
    /** @type {Stage | LargeStage | null} */
    this.stage = null;
    this.drawnState = '';
    this.lastStep = data.steps.length - 1;
    this.page = put(root, 'section', '', `talk ${theme}`);
    const bar = put(this.page, 'div', '', 'talk-bar');
    this.title = put(bar, heading, '');
    this.number = put(bar, 'output', '', 'talk-number');
    this.box = put(this.page, 'div', '', 'box talk-box');
    const foot = put(this.page, 'div', '', 'talk-foot');
    this.caption = put(foot, 'p', '', 'talk-caption');
    this.quoted = put(foot, 'div', '', 'talk-passages');
    this.caption.setAttribute('aria-live', 'polite');
    this.panel = put(this.page, 'section', '', 'talk-panel');
    this.panel.hidden = true;
    this.panel.tabIndex = -1;
    this.acts = this.actions();
    this.buttons = new Map(BUTTONS.map((name) => {
      const button = put(bar, 'button', '', `quiet talk-${name}`);
      Object.assign(button, { type: 'button', onclick: this.acts[name] });
      return [name, button];
    }));
    this.onKey = this.onKey.bind(this);
    document.addEventListener('keydown', this.onKey, true);
    this.show();
  }

  /** @returns {Record<Act, () => void>} */
  actions() {
    return {
      next: () => this.go(this.at + 1),
      back: () => this.go(this.at - 1),
      first: () => this.go(0),
      last: () => this.go(this.lastStep),
      full: () => (isFullScreen(this.page) ? document.exitFullscreen() : this.page.requestFullscreen?.()),
      language: () => {
        this.language = this.language === 'zh' ? 'en' : 'zh';
        this.show();
        this.notifyListener();
      },
      evidence: () => {
        this.panel.hidden = !this.panel.hidden;
        this.showLabels(false);
        if (!this.panel.hidden) this.panel.focus();
      },
      close: () => {
        this.panel.hidden = true;
        this.showLabels(false);
      },
    };
  }

  notifyListener() {
    this.listener.onStep?.(this.at, this.language);
  }

  /** @param {number} step */
  go(step) {
    const to = Math.max(0, Math.min(this.lastStep, step));
    if (to === this.at) return;
    this.at = to;
    this.show();
    this.notifyListener();
  }

  /** What a stage draws, put together from what stages share. @param {number} index @returns {StageData} */
  stageData(index) {
    const { language, data } = this;
    const part = data.stages[language][index];
    const map = part.map ? { ...data.ground[language], ...part.map } : null;
    return { ...data.shared[language], ...part, map };
  }

  show() {
    const { language, data, page } = this, step = data.steps[this.at];
    page.lang = language === 'zh' ? 'zh-Hans' : 'en';
    this.title.textContent = data.title[language];
    this.number.textContent = `${this.at + 1} / ${this.lastStep + 1}`;
    this.caption.textContent = step.caption[language];
    this.drawEvidence(step);
    this.showLabels(false);
    page.dataset.step = String(this.at + 1);
    putPassages(this.quoted, step.passages ?? []);
    const notes = (step.notes ?? []).map(({ thing, text }) => ({ thing, text: text[language] }));
    if (step.network !== undefined) { this.showLarge(step, step.network, notes); return; }
    if (step.stage === null) { this.showStill(step); return; }
    const stage = this.stageOf(step.stage);
    stage.setNotes(notes);
    stage.setLayout(step.layout);
    stage.map?.areas?.showLevel(step.level);
    stage.setUndated(step.undated);
    stage.go(step.year);
    stage.pick(step.picked);
  }

  /** The figure of a measure, or what is wrong with a step, in place of its stage. @param {Step} step */
  showStill({ faults, figure }) {
    this.stage?.close();
    this.stage = null;
    if (figure) putFigure(this.box, figure[this.language]);
    else putFaults(this.box, this.data.texts[this.language].faulty, faults?.[this.language] ?? []);
  }

  /** A large network, drawn anew if it is another one. @param {Step} step @param {number} index @param {Note[]} notes */
  showLarge(step, index, notes) {
    const { language, data } = this, key = `${language} network ${index}`;
    if (!(this.stage instanceof LargeStage) || key !== this.drawnState) {
      this.stage?.close();
      const own = /** @type {LargeData} */ ({ ...data.shared[language], ...data.networks[language][index] });
      this.stage = new LargeStage(this.box, own, this.theme, { onPick: (picked) => this.opened(picked) });
    }
    this.drawnState = key;
    this.stage.setNotes(notes);
    this.stage.pick(step.picked);
  }

  /** The stage of a step, drawn anew if it is another one. @param {number} index */
  stageOf(index) {
    const key = `${this.language} ${index}`;
    if (this.stage instanceof Stage && key === this.drawnState) return this.stage;
    this.stage?.close();
    this.drawnState = key;
    const data = this.stageData(index);
    this.page.classList.toggle('still', data.years.length < 2);
    const stage = new Stage(this.box, data, this.theme, { onPick: (picked) => this.opened(picked) });
    this.stage = stage;
    return stage;
  }

  /** The stage's own evidence is open, or closed again. @param {Picked} picked */
  opened(picked) {
    this.panel.hidden = true;
    this.showLabels(Boolean(picked));
  }

  /** @param {Step} step */
  drawEvidence(step) {
    const { evidence } = this.data.texts[this.language];
    this.panel.replaceChildren();
    this.panel.setAttribute('aria-label', evidence);
    put(this.panel, 'h2', evidence);
    putCitations(this.panel, step.evidence[this.language], step.passages ?? []);
  }

  /** @param {boolean} isPicked whether the stage's own evidence is open */
  showLabels(isPicked) {
    const texts = this.data.texts[this.language];
    this.page.classList.toggle('picked', isPicked);
    for (const [name, button] of this.buttons) {
      button.textContent = texts[`sign_${name}`];
      button.title = texts[name];
      button.setAttribute('aria-label', texts[name]);
      if (name === 'back') switchOff(button, this.at === 0, this.buttons.get('next'));
      if (name === 'next') switchOff(button, this.at === this.lastStep, this.buttons.get('back'));
      if (name !== 'evidence') continue;
      button.textContent = `${texts.sign_evidence} ${this.data.steps[this.at].evidence[this.language].length}`;
      button.setAttribute('aria-expanded', String(!this.panel.hidden));
    }
  }

  /** Comes before the stage's own keys: in a talk these keys are the speaker's. @param {KeyboardEvent} event */
  onKey(event) {
    const { root, panel, page } = this;
    if (!root.isConnected) { this.forget(); return; }
    const path = event.composedPath(), target = /** @type {Element} */ (path[0]);
    if (!path.includes(root) && event.target !== document.body) return;
    const act = actOf(event.key, target);
    const scrolls = panel.contains(target) && event.key.startsWith('Arrow');
    if (!act || scrolls || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act === 'close' && panel.hidden && !page.classList.contains('picked')) return;
    this.acts[act]();
    event.preventDefault();
    event.stopPropagation();
  }

  forget() {
    document.removeEventListener('keydown', this.onKey, true);
  }

  close() {
    this.forget();
    this.stage?.close();
  }
}
