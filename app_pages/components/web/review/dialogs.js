// The dialogs of the page: the help, the reasons of a refusal, and the form of a new thing.

import { element } from '../shared/element.js';
import { FieldForm } from './field_form.js';

/** @import { Candidate, Column, Hits, Kind } from './types' */

/** A text with a number. @param {string} text @param {number} count */
export const counted = (text, count) => text.replace('{count}', String(count));

/** Closes a dialog and gives the keys back at once: until the event of closing comes, they would go to its button. @param {HTMLDialogElement} node */
export function closeDialog(node) {
  node.close();
  node.remove();
}

/** @param {string} name @param {string} title @param {Node[]} content @param {string} close */
export function dialog(name, title, content, close) {
  const heading = element('h2', { id: `title-${name}` }, title);
  const button = element('button', { type: 'button', class: 'close' }, close);
  const node = element('dialog', { class: name, 'aria-labelledby': `title-${name}` }, heading, ...content, button);
  button.onclick = () => closeDialog(node);
  node.onkeydown = (event) => {
    if (!node.open) return;
    event.stopPropagation();
    if (event.key === 'Escape') { event.preventDefault(); closeDialog(node); }
  };
  node.onclose = () => node.remove();
  return node;
}

/** @param {HTMLElement} root @param {Record<string, string>} keys each key with what it does @param {Record<string, string>} words */
export function openHelp(root, keys, words) {
  const rows = Object.entries(keys).map(([key, text]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, text)]).flat();
  const node = dialog('help', words.help, [element('dl', {}, ...rows)], words.close);
  root.append(node);
  node.showModal();
}

/** @param {HTMLElement} root @param {Candidate[]} reasons @param {Record<string, string>} words @param {(reason: string) => void} choose @param {string} [likely] the reason that Enter gives */
export function openReasons(root, reasons, words, choose, likely) {
  const items = reasons.map(({ value, name }, place) => {
    const button = element('button', { type: 'button' }, element('kbd', {}, String(place + 1)), ` ${name}`);
    if (value === likely) button.autofocus = true;
    button.onclick = () => take(value);
    return element('li', {}, button);
  });
  const node = dialog('reasons', words.why_reject, [element('ol', {}, ...items)], words.close);
  const take = (/** @type {string} */ value) => { closeDialog(node); choose(value); };
  node.addEventListener('keydown', (event) => {
    const reason = reasons[Number(event.key) - 1];
    if (reason) { event.preventDefault(); take(reason.value); }
  });
  root.append(node);
  node.showModal();
}

/** The form of a new thing: its sort, its names, a code that the app suggests, and what its sort needs. */
export class ThingForm {
  /**
   * @param {HTMLElement} root @param {Record<string, Kind>} kinds
   * @param {{ kind: string, cells: Record<string, string>, names: Record<string, string>, words: Record<string, string> }} start
   * @param {{ add: (kind: string, cells: Record<string, string>) => void, named: (kind: string, cells: Record<string, string>) => void, typed: (column: Column, text: string) => void }} tell
   */
  constructor(root, kinds, { kind, cells, names, words }, tell) {
    this.kinds = kinds;
    this.kind = kind;
    this.cells = cells;
    this.names = names;
    this.words = words;
    this.listener = tell;
    this.hasOwnCode = Boolean(cells.code);
    this.form = this.fields();
    this.place = element('div', {});
    const select = element('select', { id: 'thing-kind' });
    for (const [name, { label }] of Object.entries(kinds)) select.append(new Option(label, name, false, name === kind));
    select.onchange = () => { this.kind = select.value; this.draw(); this.suggest(); };
    this.addButton = element('button', { type: 'submit', class: 'primary' }, words.add_thing);
    this.status = element('p', { class: 'status', role: 'status' });
    const label = element('label', { for: 'thing-kind' }, words.thing_kind);
    const fields = element('form', {}, label, select, this.place, this.status, this.addButton);
    fields.onsubmit = (event) => { event.preventDefault(); this.submit(); };
    this.node = dialog('new-thing', words.new_thing, [fields], words.close);
    root.append(this.node);
    this.draw();
    this.suggest();
    this.node.showModal();
    this.form.focus(['name_zh', 'name_en'].find((name) => !cells[name]) ?? 'name_zh');
  }

  fields() {
    return new FieldForm(this.kinds[this.kind].columns, this.cells, this.names, {
      change: (column, value) => this.onFieldChange(column, value),
      typed: (column, text) => this.listener.typed(column, text), words: this.words, addable: [],
    });
  }

  draw() {
    this.form = this.fields();
    this.place.replaceChildren(this.form.node);
  }

  /** @param {string} column @param {string} value */
  onFieldChange(column, value) {
    this.cells[column] = value;
    if (column === 'code') this.hasOwnCode = Boolean(value);
    if (column.startsWith('name_')) this.suggest();
  }

  suggest() {
    if (!this.hasOwnCode) this.listener.named(this.kind, this.cells);
  }

  /** @param {string} code */
  suggested(code) {
    if (this.hasOwnCode) return;
    this.cells.code = code;
    this.form.fill('code', code, code);
  }

  submit() {
    const names = new Set(this.kinds[this.kind].columns.map(({ name }) => name));
    const cells = Object.fromEntries(Object.entries(this.cells).filter(([name, value]) => names.has(name) && value));
    this.addButton.disabled = true;
    this.status.textContent = this.words.writing_row;
    this.listener.add(this.kind, cells);
  }

  /** What was not written stays here to be corrected. @param {string} reason */
  refuse(reason) {
    this.addButton.disabled = false;
    this.status.textContent = reason;
  }

  close() {
    if (this.node.open) closeDialog(this.node);
  }
}
