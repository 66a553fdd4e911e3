// The choices at the caret: names of the schema, words of the language, and things by name.

import { tokenRoles, isMark } from './roles.js';
import { FUNCTIONS, KEYWORDS } from './words.js';

/** @import { Choice, Choices, Schema, Term } from './types' */
/** @import { Token } from './tokens.js' */

const MAX_CHOICES = 60;
// A word that the reader is typing, in either language.
const WORD_BEFORE_CARET = { cypher: /[\p{L}\p{N}_]*$/u, sparql: /[?$]?[\p{L}\p{N}_:-]*$/u };

/** How well a name fits what is typed: 0 is best, -1 is not at all. @param {string} name @param {string} typed */
function fitOf(name, typed) {
  const [small, part] = [name.toLowerCase(), typed.toLowerCase()];
  if (small.startsWith(part)) return 0;
  if (small.split(':').at(-1)?.startsWith(part)) return 1;
  return small.includes(part) && part.length > 1 ? 2 : -1;
}

/** @template T @param {T[]} items @param {(item: T) => string[]} names @param {string} typed */
function matching(items, names, typed) {
  const ranked = items.map((item) => {
    const fits = names(item).map((name) => fitOf(name, typed)).filter((fit) => fit >= 0);
    return { item, fit: fits.length ? Math.min(...fits) : -1 };
  });
  return ranked.filter(({ fit }) => fit >= 0).sort((a, b) => a.fit - b.fit).slice(0, MAX_CHOICES).map(({ item }) => item);
}

/** @param {Term} term @returns {Choice} */
function ofTerm({ name, count, more }) {
  const insert = /^[\p{L}_][\p{L}\p{N}_:-]*$/u.test(name) ? name : `\`${name}\``;
  return { text: name, insert, more: [more, count ? count.toLocaleString('en') : ''].filter(Boolean).join(' · ') };
}

/** @param {string} word @param {string} [insert] @returns {Choice} */
const ofWord = (word, insert = word) => ({ text: word, insert, more: '' });

/** Things by code, name or pinyin, in a string; the text that is put in is of the property's kind. */
class ThingChoices {
  /** @param {Token[]} tokens @param {Schema} schema */
  constructor(tokens, schema) {
    const told = tokens.slice(-6, -1).map(({ text }) => text).reverse();
    const property = told.find((text) => /name_(zh|en)|code|notation|Label/.test(text)) ?? 'code';
    this.place = /name|Label/.test(property) ? (property === 'name_en' ? 'en' : 'zh') : 'code';
    this.schema = schema;
  }

  /** @param {string} typed @returns {Choice[]} */
  items(typed) {
    const found = matching(this.schema.things, ([code, zh, en, pinyin]) => [code, zh, en, pinyin], typed);
    return found.map(([code, zh, en, , kind]) => {
      const insert = { code, zh, en }[this.place] || code;
      const others = [code, zh, en].filter((name) => name && name !== insert);
      return { text: insert, insert, more: [...new Set(others), kind].join(' · ') };
    });
  }
}

/** The properties of what a variable stands for, if the query says it. @param {Token[]} tokens @param {string} owner @param {Schema} schema */
function propertiesOf(tokens, owner, schema) {
  const at = tokens.findIndex((token, place) => token.text === owner && isMark(tokens[place + 1], ':'));
  const name = at < 0 ? '' : tokens[at + 2]?.text;
  const term = [...schema.labels, ...schema.types].find((one) => one.name === name);
  const first = new Set(term?.properties ?? []);
  return [...schema.properties].sort((a, b) => Number(first.has(b.name)) - Number(first.has(a.name)));
}

/** @param {string} language @param {Token[]} all @param {string} typed */
function ofLanguage(language, all, typed) {
  const kinds = language === 'cypher' ? ['variable', 'owner'] : [];
  const variables = all.filter(({ role, kind }) => kinds.includes(role ?? '') || kind === 'variable');
  const names = variables.map(({ text }) => text).filter((text) => text !== typed);
  const functions = (FUNCTIONS.get(language) ?? []).map((name) => ofWord(`${name}()`, `${name}(`));
  return [...[...new Set(names)].map((name) => ofWord(name)), ...(KEYWORDS.get(language) ?? []).map((word) => ofWord(word)), ...functions];
}

/** @param {string} text @param {number} caret @param {Schema} schema @param {string} typed @returns {Choices} */
function cypherChoices(text, caret, schema, typed) {
  const start = caret - typed.length;
  const tokens = tokenRoles(`${text.slice(0, start)}x`, 'cypher').filter(({ kind }) => kind !== 'comment');
  const [last, role] = [tokens.at(-1), tokens.at(-1)?.role];
  const all = tokenRoles(`${text.slice(0, start)} ${text.slice(caret)}`, 'cypher').filter(({ kind }) => kind !== 'comment');
  /** @param {Term[]} terms */
  const of = (terms) => ({ start, opens: true, items: matching(terms, ({ name }) => [name], typed).map(ofTerm) });
  if (last?.kind === 'parameter') return of(schema.parameters);
  if (role === 'label') return of(schema.labels);
  if (role === 'type') return of(schema.types);
  if (role === 'property' && isMark(tokens.at(-2), '.')) return of(propertiesOf(all, tokens.at(-3)?.text ?? '', schema));
  if (isMark(tokens.at(-2), '{', ',') && isInPattern(tokens)) return of(schema.properties);
  const items = matching(ofLanguage('cypher', all, typed), (item) => [item.text], typed);
  return { start, opens: typed.length > 1, items };
}

/** Whether a word after `{` or `,` is the key of a pattern's map. @param {Token[]} tokens */
function isInPattern(tokens) {
  const closed = tokens.map((token) => token.text).join(' ') + ' : 1';
  return tokenRoles(closed, 'cypher').filter(({ text }) => text === 'x').at(-1)?.role === 'property';
}

/** @param {string} text @param {number} caret @param {Schema} schema @param {string} typed @returns {Choices} */
function sparqlChoices(text, caret, schema, typed) {
  const start = caret - typed.length;
  const before = tokenRoles(text.slice(0, start), 'sparql').filter(({ kind }) => kind !== 'comment');
  const all = tokenRoles(`${text.slice(0, start)} ${text.slice(caret)}`, 'sparql');
  const isClass = ['a', 'rdf:type'].includes(before.at(-1)?.text ?? '');
  if (before.at(-1)?.text.toUpperCase() === 'PREFIX') {
    const items = Object.entries(schema.prefixes).map(([name, iri]) => ({ text: `${name}:`, insert: `${name}: <${iri}>`, more: iri }));
    return { start, opens: true, items: matching(items, (item) => [item.text], typed) };
  }
  const terms = isClass ? schema.classes : [...schema.predicates, ...schema.classes];
  const named = terms.map(ofTerm).map((item) => ({ ...item, insert: item.text }));
  const prefixes = Object.entries(schema.prefixes).map(([name, iri]) => ({ text: `${name}:`, insert: `${name}:`, more: iri }));
  const pool = isClass ? named : [...named, ...prefixes, ...ofLanguage('sparql', all, typed)];
  return { start, opens: isClass || typed.length > 1 || /^[?$]/.test(typed), items: matching(pool, (item) => [item.text], typed) };
}

/**
 * The choices at a caret, and where the text begins that a choice replaces.
 * @param {string} text
 * @param {number} caret
 * @param {string} language
 * @param {Schema} schema
 * @returns {Choices}
 */
export function choicesAt(text, caret, language, schema) {
  const tokens = tokenRoles(text.slice(0, caret), language);
  const last = tokens.at(-1);
  if (last?.kind === 'comment' && (last.open || last.end === caret)) return { start: caret, opens: false, items: [] };
  if (last?.kind === 'string' && last.open) {
    const typed = text.slice(last.start + 1, caret);
    const opens = typed.length > 1 || /\p{Script=Han}/u.test(typed);
    return { start: last.start + 1, opens, items: new ThingChoices(tokens, schema).items(typed) };
  }
  const typed = WORD_BEFORE_CARET[/** @type {'cypher' | 'sparql'} */ (language)].exec(text.slice(0, caret))?.[0] ?? '';
  return language === 'cypher' ? cypherChoices(text, caret, schema, typed) : sparqlChoices(text, caret, schema, typed);
}
