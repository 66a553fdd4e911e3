// The evidence of a line, or of all lines of a thing: source, spot, date and stance.

import { put, putLink } from '../shared/dom.js';

/** @import { Line, Picked, Statement, Words } from '../types' */

/**
 * @typedef {object} Evidence the part of a stage that bears out its lines
 * @property {Pick<Line, 'id' | 'ends' | 'statements' | 'sentence'>[]} lines
 * @property {Record<string, Statement>} statements
 * @property {Words} words
 * @property {{ nodes: { id: string, title: string }[] }} network
 */

const MAX_STATEMENTS = 100, MAX_NAMED = 4; // statements in the drawer, and names in its title

/**
 * @param {HTMLElement} drawer
 * @param {Evidence} data
 * @param {Picked} picked
 * @param {() => void} onClose
 * @param {(() => void) | null} onMore
 */
export function showEvidence(drawer, data, picked, onClose, onMore) {
  const { node, edge, nodes = node ? [node] : [] } = picked || {};
  const { words } = data;
  const chosen = data.lines.filter(({ id, ends }) => id === edge || ends.some((end) => nodes.includes(end)));
  const ids = [...new Set(chosen.flatMap(({ statements }) => statements))];
  drawer.replaceChildren();
  drawer.hidden = !ids.length;
  if (!ids.length) return;
  const close = put(drawer, 'button', '×', 'quiet close');
  Object.assign(close, { type: 'button', title: words.close, onclick: onClose });
  close.setAttribute('aria-label', words.close);
  put(drawer, 'h2', titleOf(data, picked) || chosen[0].sentence);
  if (onMore) {
    const more = put(drawer, 'button', words.more_evidence, 'quiet');
    Object.assign(more, { type: 'button', onclick: onMore });
  }
  for (const id of ids.slice(0, MAX_STATEMENTS)) {
    const statement = data.statements[id];
    const card = put(drawer, 'div', '', 'statement');
    put(card, 'b', statement.sentence);
    put(card, 'div', `${statement.stance} · ${statement.when}`);
    for (const passage of statement.passages) put(card, 'div', `${statement.source} · ${passage}`, 'passage');
    if (statement.address) putLink(put(card, 'div', '', 'passage'), statement.address);
  }
  if (ids.length > MAX_STATEMENTS) put(drawer, 'p', words.more_below.replace('{count}', String(ids.length - MAX_STATEMENTS)));
}

/** The names of the picked things; none for an edge. @param {Evidence} data @param {Picked} picked */
function titleOf({ network, words }, picked) {
  const wanted = picked?.nodes ?? [picked?.node];
  const named = network.nodes.filter(({ id }) => wanted.includes(id));
  if (!picked?.nodes) return named[0]?.title;
  const names = named.slice(0, MAX_NAMED).map(({ title }) => title.split(' · ')[0]);
  const several = words.several.replace('{count}', String(named.length));
  return several.replace('{names}', names.join(words.comma) + (named.length > MAX_NAMED ? ' …' : ''));
}

/**
 * The switch between these things alone and all.
 * @param {HTMLElement} drawer
 * @param {Words} words
 * @param {string[] | null} only
 * @param {(wanted: boolean) => void} onOnly
 */
export function putOnlySwitch(drawer, words, only, onOnly) {
  const button = put(drawer, 'button', only ? words.show_all : words.only_these, 'quiet only');
  Object.assign(button, { type: 'button', onclick: () => onOnly(!only) });
  drawer.querySelector('h2')?.after(button);
}
