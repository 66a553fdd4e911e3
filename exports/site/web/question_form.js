// The form of a question: which question, and a field for each of its parameters.

import { partOf } from './frame.js';
import { put } from '../../../graph/drawing/web/shared/dom.js';

/** @import { Parameter, Question, Questions } from './types' */

/** @param {HTMLFormElement} form @param {Question} question @param {Questions} all @param {{ label: string, ask: string }} texts */
export function drawForm(form, question, all, { label, ask }) {
  const { questions, groups } = all;
  form.replaceChildren();
  const choose = /** @type {HTMLSelectElement} */ (field(form, label, 'select', 'question'));
  /** @type {Element | undefined} */
  let group;
  for (const { key, title } of questions) {
    if (group?.getAttribute('label') !== groups[key]) {
      group = put(choose, 'optgroup', '');
      group.setAttribute('label', groups[key]);
    }
    put(group, 'option', title).setAttribute('value', key);
  }
  choose.value = question.key;
  put(form, 'p', question.question, 'sentence');
  for (const parameter of question.parameters) drawField(form, parameter, choicesOf(parameter, all));
  const isOpen = question.parameters.some((parameter) => isChoosable(parameter, choicesOf(parameter, all)));
  if (isOpen) put(form, 'button', ask).setAttribute('type', 'submit');
}

/** The values to choose from, each with its name; things by their names. @param {Parameter} parameter @param {Questions} all */
function choicesOf({ choices, kinds }, all) {
  if (!kinds) return choices ?? /** @type {[string, string][]} */ ([]);
  const codes = kinds.flatMap((kind) => all.kinds[kind]), collator = new Intl.Collator(document.documentElement.lang);
  return codes.map((code) => /** @type {[string, string]} */ ([code, all.words.things[code]]))
    .sort((a, b) => collator.compare(a[1], b[1]));
}

/** Whether the reader can choose a value. @param {Parameter} parameter @param {[string, string][]} choices */
function isChoosable({ type }, choices) {
  return type === 'number' || type === 'date' || choices.length > (type === 'choice' ? 1 : 0);
}

/** @param {HTMLFormElement} form @param {Parameter} parameter @param {[string, string][]} choices */
function drawField(form, parameter, choices) {
  if (!isChoosable(parameter, choices)) return;
  const { key, name, type, first } = parameter;
  const named = partOf(key);
  if (choices.length) {
    const select = /** @type {HTMLSelectElement} */ (field(form, name, 'select', key));
    for (const [value, label] of choices) put(select, 'option', label).setAttribute('value', value);
    select.value = choices.some(([value]) => value === named) ? named : String(first);
    return;
  }
  const input = /** @type {HTMLInputElement} */ (field(form, name, 'input', key));
  Object.assign(input, { type, required: true, min: type === 'number' ? '0' : '', step: type === 'number' ? '1' : '' });
  input.value = named || String(first);
  if (!input.value || !input.checkValidity()) input.value = String(first);
}

/** @param {HTMLFormElement} form @param {string} label @param {'input' | 'select'} tag @param {string} name */
function field(form, label, tag, name) {
  const box = put(form, 'label', `${label} `);
  const input = put(box, tag, '');
  input.setAttribute('name', name);
  return input;
}

/** The value of each parameter; what cannot be chosen is as in the example. @param {HTMLFormElement} form @param {Question} question */
export function formValues(form, question) {
  const typed = new FormData(form);
  return Object.fromEntries(question.parameters.map(({ key, type, example }) => {
    const value = typed.get(key);
    if (typeof value !== 'string') return [key, example];
    return [key, type === 'number' ? Number(value) : value];
  }));
}
