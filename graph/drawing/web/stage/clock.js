// The time control of a stage: play, pause, step, slide; by mouse and by keyboard.

import { put } from '../shared/dom.js';

/** @import { StageData } from '../types' */

const BEAT = 1400; // milliseconds a step

export class Clock {
  /**
   * @param {HTMLElement} bar
   * @param {Pick<StageData, 'years' | 'words'>} data
   * @param {(now: number, before: number, isPlaying: boolean) => void} onMove
   */
  constructor(bar, { years, words }, onMove) {
    /** @type {HTMLElement} */
    this.bar = bar;
    this.years = years;
    this.words = words;
    this.onMove = onMove;
    this.last = Math.max(0, years.length - 1);
    this.now = this.last;
    /** @type {number | null} */
    this.timer = null;
    this.button('❙◀', words.back, () => this.step(-1), 'back');
    this.main = this.button('▶', words.play, () => this.toggle(), 'play');
    this.button('▶❙', words.forward, () => this.step(1), 'forward');
    this.slider = put(bar, 'input', '', 'slider');
    Object.assign(this.slider, { type: 'range', min: '0', max: String(this.last), step: '1', disabled: !years.length });
    this.slider.setAttribute('aria-label', words.moment);
    this.year = put(bar, 'output', '', 'year');
    this.slider.oninput = () => {
      this.halt();
      this.go(Number(this.slider.value));
    };
  }

  /** @param {string} sign @param {string} label @param {() => void} act @param {string} name @returns {HTMLButtonElement} */
  button(sign, label, act, name) {
    const button = put(this.bar, 'button', sign, `turn ${name}`);
    Object.assign(button, { type: 'button', title: label, onclick: act, disabled: !this.years.length });
    button.setAttribute('aria-label', label);
    return button;
  }

  /** @param {number} moment the place of a year */
  go(moment, isPlaying = false) {
    const { years, words } = this, before = this.now;
    this.now = Math.max(0, Math.min(this.last, moment));
    this.slider.value = String(this.now);
    const text = years.length ? words.by_the_end.replace('{year}', String(years[this.now])) : words.nothing_dated;
    this.slider.setAttribute('aria-valuetext', text);
    this.year.textContent = years.length ? String(years[this.now]) : '—';
    this.onMove(this.now, before, isPlaying);
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
    if (this.halt()) this.go(this.now);
  }

  play() {
    if (!this.years.length) return;
    if (this.now === this.last) this.go(0, true);
    this.timer = setInterval(() => {
      this.go(this.now + 1, this.now + 1 < this.last);
      if (this.now === this.last) this.stop();
    }, BEAT);
    this.showFace();
  }

  toggle() {
    if (this.timer === null) this.play();
    else this.stop();
  }

  showFace() {
    const label = this.timer === null ? this.words.play : this.words.pause;
    this.main.textContent = this.timer === null ? '▶' : '❚❚';
    this.main.title = label;
    this.main.setAttribute('aria-label', label);
    this.main.dataset.playing = String(this.timer !== null);
  }

  /** @param {number} by */
  step(by) {
    this.stop();
    this.go(this.now + by);
  }
}
