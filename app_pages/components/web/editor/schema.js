// The schema of the graph: names with how often they stand, an example, and a click that puts one in.

import { element } from '../shared/element.js';

/** @import { Schema, Term } from './types' */

const GROUPS = {
  cypher: /** @type {const} */ (['labels', 'types', 'properties', 'parameters']),
  sparql: /** @type {const} */ (['classes', 'predicates', 'parameters']),
};

/** @param {Term} term @param {(text: string) => void} insert @param {string} mark */
function row(term, insert, mark) {
  const button = element('button', { type: 'button' }, `${mark}${term.name}`);
  button.onclick = () => insert(`${mark}${term.name}`);
  const count = element('span', { class: 'count' }, term.count ? term.count.toLocaleString('en') : '');
  const about = [term.more, term.example, term.properties?.join(', ')].filter(Boolean).join(' · ');
  return element('li', { 'data-name': term.name.toLowerCase() }, button, count, element('span', { class: 'about' }, about));
}

/**
 * @param {HTMLElement} box
 * @param {{ language: string, schema: Schema, words: Record<string, string> }} data
 * @param {(text: string) => void} insert
 */
export function showSchema(box, { language, schema, words }, insert) {
  const filter = element('input', { type: 'search', 'aria-label': words.filter_schema, placeholder: words.filter_schema });
  const groups = GROUPS[/** @type {'cypher' | 'sparql'} */ (language)].map((name) => {
    const terms = schema[name].filter((term) => name !== 'parameters' || language === 'cypher' || term.count);
    const mark = name === 'parameters' ? '$' : '';
    const heading = element('h2', {}, words[name]);
    return element('section', {}, heading, element('ul', {}, ...terms.map((term) => row(term, insert, mark))));
  });
  filter.oninput = () => {
    const typed = filter.value.trim().toLowerCase();
    for (const item of box.querySelectorAll('li')) item.hidden = !(item.dataset.name ?? '').includes(typed);
    for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
  };
  const filled = groups.filter((group) => group.querySelector('li'));
  box.replaceChildren(element('summary', {}, words.schema), filter, element('div', { class: 'groups' }, ...filled));
}
