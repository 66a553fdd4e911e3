// The page of a search: search.html?q=…, and anew with each letter.

import { openFrame, partOf } from './frame.js';
import { SiteSearch } from './search/site_search.js';
import { part, put } from '../../../graph/drawing/web/shared/dom.js';

const MAX_SHOWN_HITS = 60;
const search = new SiteSearch(globalThis.siteData.names);

/** The hits of typed text, by kind. @param {string} typed @param {number} [limit] */
export function hitsOf(typed, limit) {
  return search.groups(typed, limit);
}

/** The address, name and context of a hit. @param {string} kind @param {import('./search/site_search.js').SiteHit} hit @returns {[string, string, string]} */
function option(kind, { id, values }) {
  const { labels, evidence } = globalThis.siteData, { things, withdrawn, questions } = labels;
  if (kind === 'Statement') return [`statement.html?${new URLSearchParams({ id })}`, evidence[id]?.[0] ?? withdrawn[id], id];
  if (kind === 'Question') return [`ask.html?${new URLSearchParams({ question: id, ...values })}`, questions[id], ''];
  return [`thing.html?${new URLSearchParams({ code: id })}`, ...things[id]];
}

/** @param {string} typed */
function show(typed) {
  const box = /** @type {HTMLElement} */ (part(document, '.hits'));
  box.replaceChildren();
  const groups = search.groups(typed, MAX_SHOWN_HITS);
  if (typed && !groups.length) box.textContent = box.dataset.nothing ?? '';
  for (const { kind, count, hits } of groups) {
    put(box, 'h2', `${globalThis.siteData.labels.kinds[kind]} ${count}`);
    const list = put(box, 'ul', '');
    for (const hit of hits) {
      const [address, name, context] = option(kind, hit), item = put(list, 'li', '');
      put(item, 'a', name).setAttribute('href', address);
      if (context) put(item, 'span', ` ${context}`, 'context');
    }
  }
  box.dataset.ready = typed;
}

openFrame();
const field = /** @type {HTMLInputElement} */ (part(document, 'input[name=q]'));
field.addEventListener('input', () => {
  history.replaceState(null, '', `?${new URLSearchParams({ q: field.value })}`);
  show(field.value);
});
show(partOf('q'));
