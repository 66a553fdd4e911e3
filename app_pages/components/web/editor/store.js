// The reader's queries, kept in the browser alone: those that were run, and those with a name.

/** @import { Run } from './types' */
/** @typedef {{ history: Run[], favourites: Run[] }} Queries */

const STORAGE_KEY = 'learned-from-queries';
const MAX_RUNS = 50;

/** @param {unknown} value @returns {Run[]} */
function runsOf(value) {
  const runs = Array.isArray(value) ? value : [];
  return runs.filter((run) => [run?.language, run?.query, run?.header, run?.body].every((text) => typeof text === 'string'));
}

/** What the browser has kept; nothing if it keeps nothing or another program wrote it. @returns {Queries} */
export function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return { history: runsOf(stored.history), favourites: runsOf(stored.favourites) };
  } catch {
    return { history: [], favourites: [] };
  }
}

/** @param {Queries} queries */
export function write(queries) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(queries));
  } catch {
    // the browser keeps nothing: the lists last as long as the page
  }
}

/** The history with a run at its top, each query once. @param {Run[]} history @param {Run} run */
export function addRun(history, run) {
  return [run, ...history.filter(({ query, language }) => query !== run.query || language !== run.language)].slice(0, MAX_RUNS);
}

/** A text in TOML. @param {string} text */
const quoted = (text) => JSON.stringify(text).replaceAll('\x7f', '\\u007f');

/** The file of a favourite in the form of the catalogue's files. @param {Run} run @param {string} title */
export function fileOf({ language, header, body }, title) {
  const mark = language === 'cypher' ? '//' : '#';
  const named = `{ zh = ${quoted(title)}, en = ${quoted(title)} }`;
  const name = title.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'question';
  const text = [`${mark} title = ${named}`, `${mark} question = ${named}`, header, '', body.trim(), ''].join('\n');
  return { name: `${name}.${language === 'cypher' ? 'cypher' : 'rq'}`, text };
}
