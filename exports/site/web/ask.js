// The page Ask: a question of the catalogue, its parameters, and its answer from the engine in the page.

import { filledColumns, cellWords, rowsOf } from './answer.js';
import { openStore } from './engine.js';
import { openFrame, partOf } from './frame.js';
import { drawForm, formValues } from './question_form.js';
import { part, put } from '../../../graph/drawing/web/shared/dom.js';

/** @import { Question, Store, Value } from './types' */

/** @type {Promise<Store> | undefined} */
let opened;

/** The rows of a question, asked with these values or those with which the page begins. @param {string} key @param {Record<string, string | number>} [values] */
export async function answerOf(key, values) {
  const question = globalThis.siteData.questions.questions.find((entry) => entry.key === key);
  if (!question) throw new Error(key);
  opened ??= openStore();
  const first = Object.fromEntries(question.parameters.map((entry) => [entry.key, entry.first ?? '']));
  return rowsOf(await opened, question, values ?? first);
}

/** The ids of statements of a row. @param {Value[]} row */
function idsOf(row) {
  const { evidence } = globalThis.siteData;
  return row.flat().flatMap((cell) => String(cell ?? '').split(/\s+/)).filter((id) => Object.hasOwn(evidence, id));
}

/** @param {Element} cell @param {string} id */
function putEvidence(cell, id) {
  const [says, where, address] = globalThis.siteData.evidence[id];
  const entry = put(cell, 'li', '');
  const link = put(entry, 'a', says);
  link.setAttribute('href', `statement.html?${new URLSearchParams({ id })}`);
  put(entry, 'div', where, 'where');
  if (!address || !/^https?:/.test(address)) return;
  const original = put(entry, 'a', address);
  original.setAttribute('href', address);
  original.setAttribute('rel', 'noopener noreferrer');
}

/** @param {Element} line @param {Value} value @param {string} type @param {string} label */
function putCell(line, value, type, label) {
  const cell = put(line, 'td', '');
  const ids = Array.isArray(value) ? idsOf([value]) : [];
  if (ids.length) {
    const more = put(cell, 'details', '');
    put(more, 'summary', String(ids.length)).setAttribute('aria-label', `${label} ${ids.length}`);
    const list = put(more, 'ul', '');
    for (const id of ids) putEvidence(list, id);
    return cell;
  }
  return Object.assign(cell, { textContent: String(value ?? '') });
}

/** @param {HTMLElement} box @param {Question} question @param {Value[][]} rows */
function drawAnswer(box, question, rows) {
  const { words } = globalThis.siteData.questions;
  box.replaceChildren();
  put(box, 'p', rows.length ? `${box.dataset.rows} ${rows.length}` : box.dataset.noRows ?? '', 'count');
  const columns = filledColumns(question, rows);
  const region = put(box, 'div', '', 'table');
  Object.assign(region, { tabIndex: 0, role: 'region', ariaLabel: question.title });
  const table = put(region, 'table', ''), head = put(put(table, 'thead', ''), 'tr', ''), body = put(table, 'tbody', '');
  for (const { column } of columns) put(head, 'th', column.name).setAttribute('scope', 'col');
  for (const row of rows) {
    const line = put(body, 'tr', '');
    for (const { column, place } of columns) {
      const value = row[place], label = cellWords(value, column, words);
      const isIds = Array.isArray(value) && idsOf([value]).length > 0;
      const cell = putCell(line, isIds ? value : label, column.type, column.name);
      if (column.type === 'thing' && typeof value === 'string' && Object.hasOwn(words.things, value)) {
        cell?.replaceChildren();
        put(/** @type {Element} */ (cell), 'a', String(label)).setAttribute('href', `thing.html?${new URLSearchParams({ code: value })}`);
      }
    }
  }
  const more = put(box, 'details', '', 'query');
  put(more, 'summary', box.dataset.query ?? '');
  put(more, 'pre', question.sparql).tabIndex = 0;
  box.dataset.ready = question.key;
}

/** Asks what the form says, and keeps it in the address. @param {Question} question @param {boolean} isNew whether the reader asked */
async function ask(question, isNew) {
  const form = /** @type {HTMLFormElement} */ (part(document, 'form.question'));
  const box = /** @type {HTMLElement} */ (part(document, '.answer'));
  const values = formValues(form, question);
  const parts = Object.entries(values).map(([key, value]) => [key, String(value)]);
  const address = new URLSearchParams([['question', question.key], ...parts]);
  if (isNew) history.replaceState(null, '', `?${address}`);
  openFrame();
  delete box.dataset.ready;
  box.textContent = box.dataset.working ?? '';
  await new Promise((resolve) => { setTimeout(resolve); }); // the note is painted before the engine takes the page's time
  try {
    drawAnswer(box, question, await answerOf(question.key, values));
  } catch (error) {
    box.textContent = globalThis.WebAssembly ? `${box.dataset.badQuery} ${error}` : box.dataset.noEngine ?? '';
  }
}

/** @param {string} key */
function open(key) {
  const { questions, first } = globalThis.siteData.questions;
  const question = questions.find((entry) => entry.key === key) ?? questions.find((entry) => entry.key === first) ?? questions[0];
  const form = /** @type {HTMLFormElement} */ (part(document, 'form.question'));
  const box = /** @type {HTMLElement} */ (part(document, '.answer'));
  drawForm(form, question, globalThis.siteData.questions, { label: box.dataset.question ?? '', ask: box.dataset.ask ?? '' });
  part(form, 'select[name=question]').addEventListener('change', (event) => {
    history.replaceState(null, '', `?${new URLSearchParams({ question: /** @type {HTMLSelectElement} */ (event.target).value })}`);
    open(partOf('question'));
    part(form, 'select[name=question]').focus();
  });
  form.onsubmit = (event) => {
    event.preventDefault();
    ask(question, true);
  };
  ask(question, false);
}

openFrame();
open(partOf('question'));
