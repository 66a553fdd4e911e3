// A table whose cells open their statements: arrow keys walk from cell to cell, Enter opens one.

import { element } from '../shared/element.js';
import { reveal } from '../shared/reveal.js';

/** @typedef {{ sign: string, text: string, count: number, label: string, meaning: string }} Entry */
/** @typedef {{ key: string, name: string, kind: string, depth: number, sign: string, meaning: string, entries: Entry[] }} Row */
/** @typedef {{ code: string, name: string }[]} Columns */
/** @typedef {{ title: string, corner: string, columns: Columns, lines: Row[], legend: [string, string][], picked: string | null, evidence: string }} MatrixData */

/** @param {Entry} entry @param {string} key */
function cell(entry, key) {
  const parts = [];
  if (entry.sign) parts.push(element('span', { class: 'sign', 'aria-hidden': 'true' }, entry.sign));
  if (entry.text) parts.push(entry.text);
  if (entry.count > 1) parts.push(element('span', { class: 'count', 'aria-hidden': 'true' }, `×${entry.count}`));
  if (!entry.count) return silent(entry);
  return element('button', {
    type: 'button', 'data-key': key, 'aria-label': entry.label, 'aria-pressed': 'false', title: entry.meaning,
  }, ...parts);
}

/** @param {Entry} entry */
function silent(entry) {
  const sign = entry.sign ? [element('span', { role: 'img', 'aria-label': entry.meaning }, entry.sign)] : [];
  return element('span', { title: entry.meaning }, ...sign);
}

/** @param {Row} line @param {Columns} columns */
function row(line, columns) {
  const head = element('th', { scope: 'row', style: `padding-left:${10 + 20 * line.depth}px` });
  if (line.sign) {
    const how = { class: 'how', title: line.meaning, role: 'img', 'aria-label': line.meaning };
    head.append(element('span', how, line.sign), ' ');
  }
  head.append(line.name);
  const tableRow = element('tr', { class: line.kind }, head);
  line.entries.forEach((entry, at) => {
    tableRow.append(element('td', { 'data-sign': entry.sign }, cell(entry, `${line.key}~${columns[at].code}`)));
  });
  return tableRow;
}

/** @param {MatrixData} data */
function grid(data) {
  const heads = [data.corner, ...data.columns.map(({ name }) => name)];
  const top = element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name)));
  const lines = data.lines.map((line) => row(line, data.columns));
  const width = `min-width:${260 + 120 * data.columns.length}px`;
  return element('table', { 'aria-label': data.title, style: width }, element('thead', {}, top), element('tbody', {}, ...lines));
}

/** The button of the next cell that can be opened, or none. @param {HTMLElement} button @param {string} key */
function next(button, key) {
  const td = /** @type {HTMLTableCellElement} */ (button.parentElement);
  const line = /** @type {HTMLTableRowElement} */ (button.closest('tr'));
  const rows = [...(/** @type {HTMLTableSectionElement} */ (line.parentElement)).rows];
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const cells = isAcross ? [...line.cells] : rows.map(({ cells: row }) => row[td.cellIndex]);
  const at = isAcross ? td.cellIndex : line.sectionRowIndex;
  const isBack = key === 'ArrowLeft' || key === 'ArrowUp';
  const ahead = isBack ? cells.slice(0, at).reverse() : cells.slice(at + 1);
  return ahead.map((other) => other.querySelector('button')).find(Boolean) ?? null;
}

/** One stop for Tab, the arrow keys do the rest. @param {HTMLElement} frame @param {Element | null} at */
function setTabStop(frame, at) {
  for (const button of frame.querySelectorAll('button')) button.tabIndex = button === at ? 0 : -1;
}

/** @param {HTMLElement} frame @param {string | null | undefined} picked */
function press(frame, picked) {
  for (const button of frame.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.key === picked));
  }
}

/** Draws the table anew. @param {ParentNode} root @param {HTMLElement} frame @param {MatrixData} data */
function drawGrid(root, frame, data) {
  frame.replaceChildren(grid(data));
  root.querySelector('.legend')?.replaceChildren(...data.legend.map(([sign, meaning]) =>
    element('li', {}, element('b', { 'aria-hidden': 'true', 'data-sign': sign }, sign), ` ${meaning}`)));
  const open = frame.querySelector(`[data-key="${CSS.escape(data.picked || '')}"]`);
  setTabStop(frame, open || frame.querySelector('button'));
}

/** @param {import('../types').Component<MatrixData>} component */
export default function ({ data, parentElement, setStateValue }) {
  const frame = /** @type {HTMLElement & { content?: string }} */ (parentElement.querySelector('.frame'));
  const content = JSON.stringify([data.lines, data.columns, data.legend]);
  if (frame.content !== content) {
    frame.content = content;
    drawGrid(parentElement, frame, data);
  }
  press(frame, data.picked);
  frame.onclick = ({ target }) => {
    const button = /** @type {Element} */ (target).closest('button');
    if (!button) return;
    setTabStop(frame, button);
    press(frame, button.dataset.key);
    setStateValue('picked', button.dataset.key);
    reveal(data.evidence);
  };
  frame.onkeydown = (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (!button || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = next(button, event.key);
    if (!to) return;
    setTabStop(frame, to);
    to.focus();
  };
}
