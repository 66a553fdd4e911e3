// The page of a thing: thing.html?code=…, with a table of statements for each section.

import { fill } from './detail_page.js';
import { part, put } from '../../../graph/drawing/web/shared/dom.js';

/** @import { Section } from './types' */

const { things, rows } = globalThis.siteData;

/** The section as a table, whose last column leads to the evidence. @param {Element} box @param {Section} section */
function putSection(box, [title, ownColumn, places]) {
  const label = `${title} · ${places.length}`, { columns, things: areThings } = rows.kinds[rows.rows[places[0]][0]];
  const visible = columns.map((_, at) => at)
    .filter((at) => columns[at] !== ownColumn && places.some((place) => rows.rows[place][at + 1] !== ''));
  put(box, 'h2', label);
  const region = put(box, 'div', '', 'table');
  Object.assign(region, { tabIndex: 0, role: 'region', ariaLabel: label });
  const table = put(region, 'table', ''), head = put(put(table, 'thead', ''), 'tr', ''), body = put(table, 'tbody', '');
  for (const name of [...visible.map((at) => columns[at]), rows.id]) put(head, 'th', name).setAttribute('scope', 'col');
  for (const place of places) {
    const line = put(body, 'tr', '');
    for (const at of visible) putCell(line, rows.rows[place][at + 1], areThings[at]);
    const link = put(put(line, 'td', ''), 'a', '');
    link.href = `statement.html?${new URLSearchParams({ id: rows.ids[place] })}`;
    put(link, 'code', rows.ids[place]);
  }
}

/** @param {Element} line @param {string} text @param {boolean} isThing */
function putCell(line, text, isThing) {
  const cell = put(line, 'td', '');
  if (isThing && Object.hasOwn(things, text)) {
    put(cell, 'a', things[text].title).href = `thing.html?${new URLSearchParams({ code: text })}`;
  } else cell.textContent = text;
}

const code = fill(things, 'code');
if (code !== null) {
  const box = part(document, '.filled'), { sections } = things[code];
  for (const section of sections) putSection(box, section);
  if (!sections.length) put(box, 'p', rows.empty, 'note');
}
