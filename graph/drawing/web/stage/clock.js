// The time control of a stage: play, pause, step, slide; by mouse and by keyboard. It has two ends:
// a window that begins after the first year moves as a whole when it is played.

import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { StageData } from '../types' */

const STEP_MS = 1400;

export class Clock {
  /**
   * @param {HTMLElement} bar
   * @param {Pick<StageData, 'years' | 'words'>} data
   * @param {(now: number, before: number, isPlaying: boolean) => void} onMove
   */
  constructor(bar, { years, words }, onMove) {
    this.years = years;
    this.words = words;
    this.onMove = onMove;
    this.lastIndex = Math.max(0, years.length - 1);
    this.yearIndex = this.lastIndex;
    this.startIndex = 0; // 0 is the beginning: the window is open
    /** @type {number | null} */
    this.timer = null;
    this.turns = put(bar, 'div', '', 'turns');
    this.button('❙◀', words.back, () => this.step(-1), 'back');
    this.playButton = this.button('▶', words.play, () => this.toggle(), 'play');
    this.button('▶❙', words.forward, () => this.step(1), 'forward');
    toolbar(this.turns, words.toolbar_play);
    const track = put(bar, 'div', '', 'track');
    this.slider = this.range(track, 'slider', words.moment, (at) => this.go(at));
    this.opening = this.range(track, 'slider-from', words.window_from, (at) => this.open(at));
    this.year = put(bar, 'output', '', 'year');
  }

  /** @param {HTMLElement} track @param {string} name @param {string} label @param {(at: number) => void} act */
  range(track, name, label, act) {
    const slider = put(track, 'input', '', name);
    Object.assign(slider, { type: 'range', min: '0', max: String(this.lastIndex), step: '1', disabled: !this.years.length, title: label });
    slider.setAttribute('aria-label', label);
    slider.oninput = () => {
      this.halt();
      act(Number(slider.value));
    };
    return slider;
  }

  /** @param {string} sign @param {string} label @param {() => void} act @param {string} name @returns {HTMLButtonElement} */
  button(sign, label, act, name) {
    const button = put(this.turns, 'button', sign, `turn ${name}`);
    Object.assign(button, { type: 'button', title: label, onclick: act, disabled: !this.years.length });
    button.setAttribute('aria-label', label);
    return button;
  }

  get isPlaying() {
    return this.timer !== null;
  }

  /** The first year of the window, or null if it is open. */
  get since() {
    return this.startIndex ? this.years[this.startIndex] : null;
  }

  /** The window in words. */
  get span() {
    const { years, words, since, yearIndex } = this;
    if (!years.length) return words.nothing_dated;
    const text = since === null ? words.by_the_end : words.within_window.replace('{since}', String(since));
    return text.replace('{year}', String(years[yearIndex]));
  }

  /** Where the window begins. @param {number} from the place of a year; 0 opens it */
  open(from) {
    this.startIndex = Math.max(0, Math.min(this.yearIndex, from));
    this.go(this.yearIndex);
  }

  /** @param {number} moment the place of a year */
  go(moment, isPlaying = false) {
    const { years } = this, before = this.yearIndex;
    this.yearIndex = Math.max(0, Math.min(this.lastIndex, moment));
    this.startIndex = Math.min(this.startIndex, this.yearIndex);
    this.slider.value = String(this.yearIndex);
    this.opening.value = String(this.startIndex);
    for (const slider of [this.slider, this.opening]) slider.setAttribute('aria-valuetext', this.span);
    const year = years.length ? String(years[this.yearIndex]) : '—';
    this.year.textContent = this.since === null || this.startIndex === this.yearIndex ? year : `${this.since}–${year}`;
    this.onMove(this.yearIndex, before, isPlaying);
  }

  /** Ends playing without a word; whether it played. */
  halt() {
    if (this.timer === null) return false;
    clearInterval(this.timer);
    this.timer = null;
    this.showFace();
    return true;
  }

  stop() {
    if (this.halt()) this.go(this.yearIndex);
  }

  play() {
    if (!this.years.length) return;
    this.timer = setInterval(() => {
      this.shift(1, this.yearIndex + 1 < this.lastIndex);
      if (this.yearIndex === this.lastIndex) this.stop();
    }, STEP_MS);
    if (this.yearIndex === this.lastIndex) this.shift(this.startIndex ? 1 - this.startIndex : -this.yearIndex, true);
    else this.go(this.yearIndex, true);
    this.showFace();
  }

  /** Moves both ends of a window, or the one end that is not open. @param {number} by @param {boolean} [isPlaying] */
  shift(by, isPlaying = false) {
    const moved = Math.max(0, Math.min(this.lastIndex, this.yearIndex + by));
    if (this.startIndex) this.startIndex = Math.max(1, this.startIndex + moved - this.yearIndex);
    this.go(moved, isPlaying);
  }

  toggle() {
    if (this.timer === null) this.play();
    else this.stop();
  }

  showFace() {
    const label = this.timer === null ? this.words.play : this.words.pause;
    this.playButton.textContent = this.timer === null ? '▶' : '❚❚';
    this.playButton.title = label;
    this.playButton.setAttribute('aria-label', label);
    this.playButton.dataset.playing = String(this.timer !== null);
  }

  /** @param {number} by */
  step(by) {
    this.stop();
    this.shift(by);
  }
}
