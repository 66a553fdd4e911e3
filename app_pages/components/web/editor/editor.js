// The workbench beneath the query: faults with what mends them, the schema, and what was run before.
// It also colours the page's own text box and completes in it; without this script the box stays.

import { element } from '../shared/element.js';
import { themeOf } from '../shared/theme.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';
import { Checker } from './checker.js';
import { placeOf } from './faults.js';
import { showSchema } from './schema.js';
import { RunList } from './runs.js';
import { Typing, insertText } from './typing.js';

/** @import { EngineFault, Fault, Run, Schema } from './types' */
/**
 * @typedef {object} EditorData
 * @property {string} language
 * @property {string} box the class of the text box's container
 * @property {string} run that of the button's
 * @property {string} stamp changes with the schema
 * @property {Schema} schema
 * @property {string} worker the script that finds faults
 * @property {Record<string, string>} words
 * @property {EngineFault | null} engine_fault
 * @property {Run | null} last
 */

const CHECK_DELAY_MS = 150; // after the last key

class Editor {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {EditorData | undefined} */
    this.data = undefined;
    /** @type {Typing | undefined} */
    this.typing = undefined;
    /** @type {Fault[]} */
    this.faults = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Checker | undefined} */
    this.checker = undefined;
    this.runs = new RunList(part(root, '.runs'), (text) => this.replaceAll(text));
  }

  /** @param {EditorData} data */
  show(data) {
    const { data: before } = this;
    this.data = data;
    if (before?.stamp !== data.stamp) showSchema(part(this.root, '.schema'), data, (text) => this.insert(text));
    this.runs.show(data);
    part(this.root, '.keys').textContent = data.words.keys_help;
    this.attach();
  }

  /** Finds the text box, which the page may draw after this or draw anew. */
  attach(tries = 60) {
    if (!this.data) return;
    const box = document.querySelector(`.${this.data.box} textarea`);
    if (!(box instanceof HTMLTextAreaElement)) { if (tries) setTimeout(() => this.attach(tries - 1), 50); return; }
    const { language, schema, words } = this.data;
    const isDark = themeOf(getComputedStyle(this.root)) === 'dark';
    const setting = { language, schema, words, isDark };
    if (this.typing?.box !== box || !this.typing.layer.isAttached || this.typing.setting.isDark !== isDark) {
      this.typing?.stop();
      const actions = { changed: () => this.onChange(), run: () => this.run(), leave: () => this.button()?.focus() };
      this.typing = new Typing(box, setting, actions);
    }
    this.typing.setting = setting;
    this.check();
  }

  button() { return /** @type {HTMLElement | null} */ (document.querySelector(`.${this.data?.run} button`)); }

  // The page's own box hands in its text at this key; the button then runs it.
  run() { setTimeout(() => this.button()?.click()); }

  onChange() {
    const { typing, data } = this;
    if (!typing || !data) return;
    typing.layer.draw(data.language, []);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), CHECK_DELAY_MS);
  }

  check() {
    const { typing, data } = this;
    if (!typing || !data) return;
    this.checker ||= new Checker(data.worker, (text, faults) => this.take(text, faults));
    this.checker.ask(typing.box.value, data.language, data.schema, data.stamp);
  }

  /** Shows the faults of a text unless the reader has typed on. @param {string} text @param {Fault[]} faults */
  take(text, faults) {
    const { typing, data } = this;
    if (!typing || !data || typing.box.value !== text) return;
    this.faults = faults;
    const told = data.engine_fault;
    if (told && told.query === text && !this.faults.some(({ is_error: isError }) => isError)) {
      const place = placeOf(text, told.line, told.column);
      this.faults.push({ ...place, key: 'engine_fault', word: text.slice(place.start, place.end).trim(), choices: [], is_error: true });
    }
    typing.layer.draw(data.language, this.faults);
    this.showFaults(text, data.words);
  }

  stop() {
    this.typing?.stop();
    this.checker?.stop();
    this.checker = undefined;
  }

  /** @param {string} text @param {Record<string, string>} words */
  showFaults(text, words) {
    const rows = this.faults.slice(0, 8).map((fault) => {
      const line = text.slice(0, fault.start).split('\n').length;
      const said = words[fault.key].replace('{word}', () => fault.word);
      const go = element('button', { type: 'button', class: 'place' }, words.line.replace('{line}', String(line)));
      go.onclick = () => { this.typing?.box.focus(); this.typing?.box.setSelectionRange(fault.start, fault.end); };
      const mends = fault.choices.map((name) => {
        const mend = element('button', { type: 'button', class: 'mend' }, name);
        mend.onclick = () => this.typing && insertText(this.typing.box, fault.start, fault.end, name);
        return mend;
      });
      const row = element('li', { class: fault.is_error ? 'error' : 'warning' }, go, element('span', {}, said));
      if (mends.length) row.append(element('span', {}, words.did_you_mean), ...mends);
      return row;
    });
    part(this.root, '.faults').replaceChildren(...rows);
  }

  /** @param {string} text */
  insert(text) {
    const { typing } = this;
    if (!typing) return;
    const { selectionStart: start, selectionEnd: end, value } = typing.box;
    // a name in the place of what is typed of it
    const typed = /[\p{L}\p{N}_:]*$/u.exec(value.slice(0, start))?.[0] ?? '';
    const isBegun = typed && text.toLowerCase().startsWith(typed.toLowerCase());
    insertText(typing.box, isBegun ? start - typed.length : start, end, text);
    typing.list.close();
  }

  /** @param {string} text */
  replaceAll(text) {
    const { typing } = this;
    if (!typing) return;
    insertText(typing.box, 0, typing.box.value.length, text);
    typing.list.close();
  }
}

/** @param {import('../types').Component<EditorData>} component */
export default function ({ data, parentElement }) {
  const root = /** @type {HTMLElement & { editor?: Editor }} */ (part(parentElement, '.editor'));
  root.editor ||= new Editor(root);
  const { editor } = root;
  editor.show(data);
  return () => editor.stop();
}
