// Things by the words of their names and of those around them: as queries/search/word_matches.py finds them.

/** @import { Entry } from './names.js' */

export class Families {
  /** @param {Entry[]} entries */
  constructor(entries) {
    this.entries = entries;
    this.broader = new Map(entries.map(({ code, broader }) => [code, broader]));
    /** @type {Map<string, string[]>} */
    this.narrower = new Map();
    for (const { code, broader } of entries) {
      for (const upper of broader) this.narrower.set(upper, [...this.below(upper), code]);
    }
  }

  /** @param {string} code */
  below(code) {
    return this.narrower.get(code) ?? [];
  }

  /** The codes of what has a name in which a word begins with a term. @param {string} term @returns {Set<string>} */
  called(term) {
    const has = (/** @type {Entry} */ { names }) => names.some(({ starts }) => starts.some((start) => start.startsWith(term)));
    return new Set(this.entries.filter(has).map(({ code }) => code));
  }

  /** What has all these words in its names. @param {string[]} sought @returns {Set<string>} */
  withWords(sought) {
    const sets = sought.map((term) => this.called(term));
    return new Set(sets.length ? [...sets[0]].filter((code) => sets.every((codes) => codes.has(code))) : []);
  }

  /** What has all words in its family, half of them in it or right above it. @param {string[]} sought @returns {Set<string>} */
  matching(sought) {
    const called = sought.map((term) => this.called(term));
    const near = called.map((codes) => new Set([...codes, ...[...codes].flatMap((code) => this.below(code))]));
    const likely = this.entries.map(({ code }) => code).filter((code) => this.broader.get(code)?.length
      && near.filter((codes) => codes.has(code)).length * 2 >= sought.length && near.some((codes) => codes.has(code)));
    const isAround = (/** @type {string} */ code, /** @type {Set<string>} */ codes) => (this.broader.get(code) ?? [])
      .some((upper) => this.below(upper).some((low) => codes.has(low)));
    return new Set(likely.filter((code) => near.every((codes, at) => codes.has(code) || isAround(code, called[at]))));
  }
}
