// What bears out a line, or all lines of a thing: who says so, where, when and how firmly.

import { put, putLink } from '../shared/dom.js';

/** @import { Picked, StageData } from '../types' */

/**
 * @param {HTMLElement} drawer
 * @param {StageData} data
 * @param {Picked} picked
 * @param {() => void} onClose
 * @param {(() => void) | null} onMore
 */
export function showEvidence(drawer, data, picked, onClose, onMore) {
  const { node, edge } = picked || {};
  const { words } = data;
  const chosen = data.lines.filter(({ id, ends }) => id === edge || (node && ends.includes(node)));
  const ids = [...new Set(chosen.flatMap(({ statements }) => statements))];
  drawer.replaceChildren();
  drawer.hidden = !ids.length;
  if (!ids.length) return;
  const close = put(drawer, 'button', '×', 'quiet close');
  Object.assign(close, { type: 'button', title: words.close, onclick: onClose });
  close.setAttribute('aria-label', words.close);
  const named = data.network.nodes.find(({ id }) => id === node);
  put(drawer, 'h2', named ? named.title : chosen[0].sentence);
  if (onMore) {
    const more = put(drawer, 'button', words.more_evidence, 'quiet');
    Object.assign(more, { type: 'button', onclick: onMore });
  }
  for (const id of ids) {
    const statement = data.statements[id];
    const card = put(drawer, 'div', '', 'statement');
    put(card, 'b', statement.sentence);
    put(card, 'div', `${statement.stance} · ${statement.when}`);
    for (const passage of statement.passages) put(card, 'div', `${statement.source} · ${passage}`, 'passage');
    if (statement.address) putLink(put(card, 'div', '', 'passage'), statement.address);
  }
}
