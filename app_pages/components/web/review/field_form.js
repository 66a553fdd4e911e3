// The fields of a row as a form: choices, things that are searched for, dates, figures and words.

import { element } from '../shared/element.js';
import { ThingInput } from './thing_input.js';

/** @import { Column, Hits } from './types' */
/** @typedef {(column: string, value: string) => void} Change */
/**
 * @typedef {{ change: Change, typed: (column: Column, text: string) => void, words: Record<string, string>, addable: string[] }} Tell
 * `addable` are the kinds of things that may be added from a field
 */

/** @param {Column} column @param {string} value @param {Change} change @param {string} none */
function choice(column, value, change, none) {
  const select = element('select', { id: `input-${column.name}` });
  const empty = { value: '', name: none };
  for (const option of [empty, ...column.choices]) select.append(new Option(option.name, option.value, false, option.value === value));
  select.onchange = () => change(column.name, select.value);
  return select;
}

/** @param {Column} column @param {string} value @param {Change} change */
function text(column, value, change) {
  const input = element('input', { type: 'text', id: `input-${column.name}`, autocomplete: 'off', spellcheck: 'false' });
  input.value = value;
  if (column.type === 'date') input.placeholder = '2019-05, 2019~, 2020/..';
  input.oninput = () => change(column.name, column.type === 'date' ? isoDate(input.value.trim()) : input.value.trim());
  if (column.type === 'date') input.onchange = () => { input.value = isoDate(input.value.trim()); };
  return input;
}

/** A date as the tables have it: 2019年5月 is 2019-05; anything else stays as it is. @param {string} text */
export function isoDate(text) {
  const [, year, month, day] = text.match(/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/) ?? [];
  return year ? [year, ...[month, day].filter(Boolean).map((part) => part.padStart(2, '0'))].join('-') : text;
}

export class FieldForm {
  /**
   * @param {Column[]} columns @param {Record<string, string>} cells @param {Record<string, string>} names
   * @param {Tell} tell
   */
  constructor(columns, cells, names, tell) {
    /** @type {Map<string, ThingInput>} */
    this.things = new Map();
    this.node = element('div', { class: 'fields' });
    for (const column of columns) this.node.append(this.row(column, cells[column.name] ?? '', names, tell));
  }

  /**
   * @param {Column} column @param {string} value @param {Record<string, string>} names
   * @param {Tell} tell
   */
  row(column, value, names, tell) {
    const label = element('label', { for: `input-${column.name}` }, column.label);
    if (column.required) label.append(element('span', { class: 'required', title: tell.words.required }, ' *'));
    return element('div', { class: 'field', 'data-column': column.name }, label, this.input(column, value, names, tell));
  }

  /**
   * @param {Column} column @param {string} value @param {Record<string, string>} names
   * @param {Tell} tell
   */
  input(column, value, names, { change, typed, words, addable }) {
    if (column.type === 'choice') return choice(column, value, change, words.none);
    if (column.type !== 'thing') return text(column, value, change);
    const input = new ThingInput(column, value, value ? names[column.name] ?? value : '', {
      onChange: (code) => change(column.name, code),
      onTyped: (written) => typed(column, written),
      newThing: column.kinds.some((kind) => addable.includes(kind)) ? words.new_thing : '',
    });
    this.things.set(column.name, input);
    return input.node;
  }

  /** @param {Hits | null} hits */
  answer(hits) {
    if (hits) this.things.get(hits.column)?.answer(hits);
  }

  /** Writes a value into a field, as if it had been typed. @param {string} column @param {string} value @param {string} name */
  fill(column, value, name) {
    const thing = this.things.get(column);
    if (thing) { thing.take(value, name); return; }
    const input = this.node.querySelector(`#input-${column}`);
    if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) input.value = value;
  }

  /** @param {string} [column] the first, if not said */
  focus(column) {
    const row = column ? this.node.querySelector(`[data-column="${column}"]`) : this.node;
    const input = row?.querySelector('input, select');
    if (input instanceof HTMLElement) input.focus();
  }
}
