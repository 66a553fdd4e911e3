// The rows of an answer in the form in which every engine's answer is given (queries/ask.py), and in
// words (queries/rendering/answer_labels.py).

/** @import { AnswerWords, Column, Question, Store, Term, Value } from './types' */

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** The query with each parameter in place of its example. @param {Question} question @param {Record<string, string | number>} values */
export function queryWithValues({ sparql, parameters }, values) {
  return parameters.reduce((query, { key }) => {
    const clause = new RegExp(`VALUES \\?${key} \\{ (?:"[^"\\\\]*"|\\d+) \\}`);
    if (!clause.test(query)) throw new Error(key);
    return query.replace(clause, () => `VALUES ?${key} { ${literal(values[key])} }`);
  }, sparql);
}

/** A value as SPARQL writes it: no value can end the clause. @param {string | number} value */
export function literal(value) {
  return typeof value === 'number' ? `"${value}"^^<${XSD}integer>` : JSON.stringify(String(value));
}

/** @param {Store} store @param {Question} question @param {Record<string, string | number>} values @returns {Value[][]} */
export function rowsOf(store, question, values) {
  const solutions = store.query(queryWithValues(question, values), { use_default_graph_as_union: true });
  return solutions.map((row) => question.columns.map((column) => cellOf(row.get(column.key), column)));
}

/** @param {Term | undefined} term @param {Column} column @returns {Value} */
function cellOf(term, { type }) {
  const text = term?.value ?? '';
  if (text === '') return type === 'list' ? [] : null;
  if (type === 'list') return [...new Set(text.split(/\s+/).filter(Boolean))].sort();
  return type === 'number' ? Number(text) : text;
}

/** The columns that hold something in some row. @param {Question} question @param {Value[][]} rows */
export function filledColumns({ columns }, rows) {
  const holds = (/** @type {number} */ place) => rows.some((row) => row[place] !== null && String(row[place]) !== '');
  return columns.map((column, place) => ({ column, place }))
    .filter(({ column, place }) => !column.only_names && (rows.length === 0 || holds(place)));
}

/** A cell as its reader calls it. @param {Value} cell @param {Column} column @param {AnswerWords} words @returns {Value} */
export function cellWords(cell, column, words) {
  if (Array.isArray(cell)) return cell.map((entry) => cellWords(entry, column, words)).join(words.comma);
  if (typeof cell !== 'string') return cell;
  const { things } = words;
  if (column.type === 'date') return valueOf(words.dates, cell) ?? cell;
  if (['thing', 'list'].includes(column.type) && Object.hasOwn(things, cell)) return things[cell];
  const keys = column.is_word ? [cell] : column.of.map((choice) => `${choice}.${cell}`);
  const word = keys.map((key) => valueOf(words.schema, key)).find(Boolean) ?? valueOf(words.values, `${column.key}.${cell}`);
  if (word) return word;
  const codes = cell.split(/\s+/).filter(Boolean);
  const isThings = column.type === 'things' && codes.every((code) => Object.hasOwn(things, code));
  return isThings ? codes.map((code) => things[code]).join(' → ') : cell;
}

/** @param {Record<string, string>} table @param {string} key @returns {string | undefined} */
function valueOf(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
