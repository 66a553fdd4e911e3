// The role of each piece of a query: a label, a type, a property, a function, a keyword or a variable.
// It is no parser: it knows brackets and what stands before a word, which is enough for names.

import { tokensOf } from './tokens.js';
import { isKeyword } from './words.js';

/** @import { Token } from './tokens.js' */

const OPENING_BRACKETS = '([{';
const CLOSING_BRACKETS = ')]}';

/** @param {Token | undefined} token @param {string[]} marks */
export function isMark(token, ...marks) {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** Whether a bracket begins a part of a path pattern. @param {Token} token @param {Token | undefined} before */
function patternOf(token, before) {
  if (token.text === '[') return isMark(before, '-', '<-') ? 'relationship' : 'list';
  if (token.text === '{') return 'map';
  return before?.kind === 'word' && before.role === 'function' ? 'call' : 'node';
}

/** The role of a word or a name in back-ticks. @param {Token[]} tokens @param {number} at @param {string[]} stack @param {string} names */
function cypherWord(tokens, at, stack, names) {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (names) return names;
  if (isMark(before, '.')) return isMark(after, '(', '.') ? 'namespace' : 'property';
  if (stack.at(-1) === 'map' && isMark(after, ':')) return 'key';
  if (token.kind === 'quoted') return 'variable';
  if (isMark(after, '.') && !isKeyword(token.text, 'cypher')) return 'owner';
  if (isMark(after, '(')) return isKeyword(token.text, 'cypher') && !/^(count|collect|any|none|single|all|exists)$/i.test(token.text)
    ? 'keyword' : 'function';
  return isKeyword(token.text, 'cypher') ? 'keyword' : 'variable';
}

/** What the words after a colon name. @param {string[]} stack @param {Token | undefined} before */
function afterColon(stack, before) {
  if (stack.at(-1) === 'map' && before?.role === 'key') return '';
  return stack.at(-1) === 'relationship' ? 'type' : 'label';
}

/** Maps stand in a pattern if what is before them is a name there. @param {string[]} stack @param {Token | undefined} before */
function isPatternMap(stack, before) {
  const parent = stack.at(-1);
  return parent === 'relationship' || (parent === 'node' && !isMark(before, ',') && before?.role !== 'function');
}

/** @param {Token[]} tokens */
function cypherRoles(tokens) {
  /** @type {string[]} */
  const stack = [];
  /** @type {boolean[]} */
  const patterns = [];
  let names = '';
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    if (token.kind === 'word' || token.kind === 'quoted') {
      token.role = cypherWord(tokens, at, stack, names);
      names = '';
      if (token.role === 'key' && patterns.at(-1)) token.role = 'property';
      return;
    }
    if (token.kind !== 'mark') { names = ''; return; }
    if (token.text === ':') names = before?.role === 'property' && stack.at(-1) === 'map' ? '' : afterColon(stack, before);
    else if ('|&'.includes(token.text) && ['label', 'type'].includes(before?.role ?? '')) names = before?.role ?? '';
    else if (token.text !== '!') names = '';
    if (OPENING_BRACKETS.includes(token.text)) {
      patterns.push(token.text === '{' && isPatternMap(stack, before));
      stack.push(patternOf(token, before));
    } else if (CLOSING_BRACKETS.includes(token.text)) { stack.pop(); patterns.pop(); }
  });
}

/** @param {Token[]} tokens */
function sparqlRoles(tokens) {
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return;
    if (isKeyword(token.text, 'sparql')) token.role = 'keyword';
    else token.role = isMark(tokens[at + 1], '(') ? 'function' : 'stray';
  });
}

/** The pieces of a query with their roles. @param {string} text @param {string} language */
export function tokenRoles(text, language) {
  const all = tokensOf(text, language);
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  if (language === 'cypher') cypherRoles(tokens);
  else sparqlRoles(tokens);
  return all;
}
