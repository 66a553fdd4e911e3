// The lists of what was run and of favourites: a click puts a query into the box; a favourite has a
// name and is saved as a file of the catalogue's form.

import { element } from '../shared/element.js';
import { fileOf, read, addRun, write } from './store.js';

/** @import { Run } from './types' */

/** @param {string} name @param {string} text */
function save(name, text) {
  const link = element('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/plain' })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const node = element('button', { type: 'button' }, label);
  node.onclick = act;
  return node;
}

export class RunList {
  /** @param {HTMLElement} box @param {(text: string) => void} open */
  constructor(box, open) {
    this.box = box;
    this.open = open;
    this.queries = read();
    this.shownState = '';
    /** @type {Record<string, string>} */
    this.words = {};
    this.language = '';
  }

  /** @param {{ language: string, words: Record<string, string>, last: Run | null }} data */
  show({ language, words, last }) {
    const state = JSON.stringify([language, words.history, last]);
    if (state === this.shownState) return;
    this.shownState = state;
    [this.language, this.words] = [language, words];
    if (last) {
      const queries = read();
      this.queries = { ...queries, history: addRun(queries.history, last) };
      write(this.queries);
    }
    this.draw();
  }

  /** @param {Partial<import('./store.js').Queries>} change */
  change(change) {
    this.queries = { ...read(), ...change };
    write(this.queries);
    this.draw();
  }

  draw() {
    const { words } = this;
    const of = (/** @type {Run[]} */ runs) => runs.filter(({ language }) => language === this.language);
    const favourites = of(this.queries.favourites).map((run) => this.favourite(run));
    const history = of(this.queries.history).map((run) => this.ran(run));
    const none = (/** @type {HTMLElement[]} */ rows) => (rows.length ? rows : [element('li', { class: 'none' }, words.nothing_yet)]);
    this.box.replaceChildren(
      element('summary', {}, words.history_and_favourites),
      element('h2', {}, words.favourites), element('ul', {}, ...none(favourites)),
      element('h2', {}, words.history), element('ul', {}, ...none(history)),
    );
  }

  /** @param {Run} run */
  opener(run) {
    const node = button(run.title ?? (run.body.trim().replace(/\s+/g, ' ').slice(0, 90) || '…'), () => this.open(run.query));
    node.className = 'query';
    node.title = run.body;
    return node;
  }

  /** @param {Run} run */
  favourite(run) {
    const { words } = this;
    const { name, text } = fileOf(run, run.title ?? '');
    const rest = () => read().favourites.filter(({ title, query }) => title !== run.title || query !== run.query);
    return element('li', {}, this.opener(run), button(words.save_as_question, () => save(name, text)),
      button(words.remove_favourite, () => this.change({ favourites: rest() })));
  }

  /** @param {Run} run */
  ran(run) {
    const { words } = this;
    const row = element('li', {}, this.opener(run));
    if (!run.header) return row;
    const name = element('input', { type: 'text', 'aria-label': words.name_of_favourite, placeholder: words.name_of_favourite });
    const keep = () => {
      const title = name.value.trim();
      if (title) this.change({ favourites: [{ ...run, title }, ...read().favourites.filter((one) => one.title !== title)] });
      else name.focus();
    };
    name.onkeydown = ({ key }) => { if (key === 'Enter') keep(); };
    row.append(name, button(words.keep, keep));
    return row;
  }
}
