// The faults of a query before it is run, each with its place and the names that may be meant.

import { nearest } from './nearest.js';
import { tokenRoles, isMark } from './roles.js';
import { FUNCTIONS, KEYWORDS, isFunction, isKeyword } from './words.js';

/** @import { Fault, Schema } from './types' */
/** @import { Token } from './tokens.js' */

const BRACKETS = new Map([['(', ')'], ['[', ']'], ['{', '}']]);
const CLAUSE_KEYWORDS = ['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'LET', 'FOR', 'FILTER'];

// The roles of names, the key of the sentence about an unknown one, and where the schema has them.
const NAMES = /** @type {const} */ ([
  ['label', 'no_label', 'labels'], ['type', 'no_type', 'types'], ['property', 'no_property', 'properties'],
]);

/** @param {string} name */
const bare = (name) => (name.startsWith('`') ? name.replace(/^`|`$/g, '').replace(/``/g, '`') : name);

/**
 * @param {Token} token @param {string} key @param {string} word @param {Iterable<string>} names @param {boolean} [isError]
 * @returns {Fault}
 */
function fault(token, key, word, names, isError = false) {
  return { start: token.start, end: token.end, key, word, choices: nearest(word, names), is_error: isError };
}

/** Brackets and quotes without their end. @param {Token[]} tokens */
function* unclosed(tokens) {
  /** @type {Token[]} */
  const open = [];
  for (const token of tokens) {
    if (token.open) yield fault(token, 'open_text', token.text.slice(0, 20), [], true);
    if (token.kind !== 'mark') continue;
    if (BRACKETS.has(token.text)) open.push(token);
    else if ([...BRACKETS.values()].includes(token.text)) {
      const start = open.pop();
      if (!start || BRACKETS.get(start.text) !== token.text) { yield fault(token, 'no_opening', token.text, [], true); return; }
    }
  }
  for (const token of open) yield fault(token, 'no_closing', token.text, [], true);
}

/** Keys of maps and columns, which a query may read like properties. @param {Token[]} tokens */
function ownNames(tokens) {
  const names = new Set();
  tokens.forEach((token, at) => {
    if (token.role === 'key' || tokens[at - 1]?.text.toUpperCase() === 'AS') names.add(bare(token.text));
  });
  return names;
}

/** Names of labels, types and properties that the graph does not have. @param {Token[]} tokens @param {Schema} schema */
function* unknownNames(tokens, schema) {
  const own = ownNames(tokens);
  for (const [role, key, group] of NAMES) {
    const terms = schema[group];
    const names = new Set(terms.map(({ name }) => name));
    for (const token of tokens) {
      const word = bare(token.text);
      if (token.role !== role || names.has(word) || (role === 'property' && own.has(word))) continue;
      yield fault(token, key, word, names);
    }
  }
}

/** A variable that stands only before a dot is introduced nowhere. @param {Token[]} tokens */
function* unknownVariables(tokens) {
  const introduced = new Set(tokens.filter(({ role }) => role === 'variable').map(({ text }) => text));
  for (const [at, token] of tokens.entries()) {
    const isCall = tokens[at + 2]?.role === 'namespace';
    if (token.role === 'owner' && !introduced.has(token.text) && !isCall) yield fault(token, 'no_variable', token.text, introduced, true);
  }
}

/** Whether an expression or a pattern ends with a piece, so that a keyword must follow. @param {Token | undefined} token */
function endsSomething(token) {
  if (!token) return false;
  if (token.kind === 'mark') return ')]}'.includes(token.text);
  return ['string', 'number', 'parameter'].includes(token.kind) || ['variable', 'property', 'label', 'type'].includes(token.role ?? '');
}

/** Words where only a keyword or a function can stand. @param {Token[]} tokens */
function* cypherWords(tokens) {
  const [keywords, functions] = [KEYWORDS.get('cypher') ?? [], FUNCTIONS.get('cypher') ?? []];
  /** @type {Token | undefined} */
  let misspelt; // what follows it is where a keyword's words stand
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const { role, text } = token;
    const before = tokens[at - 1];
    const isName = ['variable', 'owner', 'function'].includes(role ?? '') && !isKeyword(text, 'cypher');
    if ((!before || isMark(before, ';')) && !CLAUSE_KEYWORDS.includes(text.toUpperCase())) {
      yield fault(misspelt = token, 'no_beginning', text, CLAUSE_KEYWORDS, true);
    } else if (isName && before !== misspelt && endsSomething(before)) yield fault(misspelt = token, 'no_keyword', text, keywords, true);
    else if (role === 'function' && !isFunction(text, 'cypher')) yield fault(token, 'no_function', text, functions, true);
  }
}

/** @param {string} text @param {Token[]} tokens @param {Schema} schema */
function* unknownParameters(text, tokens, schema) {
  const described = [...text.matchAll(/^\/\/\s*\[parameters\.(\w+)\]/gm)].map(([, name]) => name);
  const names = [...described, ...schema.parameters.map(({ name }) => name)];
  const typed = schema.parameters.filter(({ more }) => more !== undefined);
  for (const token of tokens) {
    const word = token.text.slice(1);
    if (token.kind !== 'parameter' || names.includes(word)) continue;
    yield { ...fault(token, 'no_parameter', word, typed.map(({ name }) => name)), start: token.start + 1 };
  }
}

/** Prefixed names and their prefixes. @param {Token[]} tokens @param {Schema} schema */
function* sparqlNames(tokens, schema) {
  const isDeclared = (/** @type {number} */ at) => tokens[at - 1]?.text.toUpperCase() === 'PREFIX';
  const declared = tokens.filter((token, at) => isDeclared(at)).map(({ text }) => text.replace(/:.*$/, ''));
  const prefixes = [...declared, ...Object.keys(schema.prefixes)];
  const terms = [...schema.classes, ...schema.predicates].map(({ name }) => name);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'prefixed' || isDeclared(at)) continue;
    const [prefix, local] = [token.text.split(':', 1)[0], token.text.slice(token.text.indexOf(':') + 1)];
    if (!prefixes.includes(prefix)) yield { ...fault(token, 'no_prefix', prefix, prefixes, true), end: token.start + prefix.length };
    else if (local && !terms.includes(token.text) && terms.some((term) => term.startsWith(`${prefix}:`))) {
      yield fault(token, 'no_term', token.text, terms);
    }
  }
}

/** Words and variables of SPARQL. @param {Token[]} tokens */
function* sparqlWords(tokens) {
  const words = [...(KEYWORDS.get('sparql') ?? []), ...(FUNCTIONS.get('sparql') ?? [])];
  const variables = tokens.filter(({ kind }) => kind === 'variable');
  const body = tokens.find((token) => isMark(token, '{'))?.start ?? 0;
  for (const [at, token] of tokens.entries()) {
    const key = { function: 'no_function', stray: 'no_keyword' }[token.role ?? ''];
    if (key && !isFunction(token.text, 'sparql')) yield fault(token, key, token.text, words, true);
    // only what is asked for must stand elsewhere
    if (token.kind !== 'variable' || token.start > body || tokens[at - 1].text.toUpperCase() === 'AS') continue;
    const name = token.text.slice(1);
    const others = variables.filter((other) => other !== token).map(({ text }) => text.slice(1));
    const likely = fault(token, 'no_variable', name, new Set(others));
    if (!others.includes(name) && likely.choices.length && name.length > 2) yield { ...likely, start: token.start + 1 };
  }
}

/**
 * All that is wrong with a query, by place; nothing for an empty one.
 * @param {string} text
 * @param {string} language
 * @param {Schema} schema
 * @returns {Fault[]}
 */
export function faultsOf(text, language, schema) {
  const tokens = tokenRoles(text, language).filter(({ kind }) => kind !== 'comment');
  const faults = [...unclosed(tokens)];
  if (language === 'cypher') {
    faults.push(...cypherWords(tokens), ...unknownNames(tokens, schema));
    faults.push(...unknownParameters(text, tokens, schema), ...unknownVariables(tokens));
  } else faults.push(...sparqlNames(tokens, schema), ...sparqlWords(tokens));
  const places = new Set();
  return faults.sort((a, b) => a.start - b.start).filter(({ start }) => !places.has(start) && places.add(start));
}

/** The place of a fault that the engine tells by line and column. @param {string} text @param {number} line @param {number} column */
export function placeOf(text, line, column) {
  const before = text.split('\n').slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  const start = Math.min(before + Math.max(column - 1, 0), Math.max(text.length - 1, 0));
  const word = /^[\p{L}\p{N}_$?:]+/u.exec(text.slice(start))?.[0];
  return { start, end: start + (word ?? ' ').length };
}
