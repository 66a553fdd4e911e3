// One search over things, statements and questions: as queries/search/search.py does it in the app.

import { Families } from './families.js';
import { entriesOf, nameHits, RANK } from './names.js';
import { Normaliser, signs, terms } from './normalised.js';

/** @import { SearchNames } from '../types' */

/** @typedef {{ kind: string, count: number, hits: { id: string, match: string }[] }} HitGroup */

const ORDER = ['code', 'name', 'begins', 'inside', 'initials', 'words', 'family', 'text', 'close'];
const OF_RANK = ['code', 'name', 'name', 'begins', 'inside', 'initials', 'close'];
const ENOUGH = 100, TITLES = 3;

export class SiteSearch {
  /** @param {SearchNames} data */
  constructor(data) {
    this.data = data;
    this.normaliser = new Normaliser(data.simplified);
    this.entries = entriesOf(data);
    this.kinds = new Map(this.entries.map(({ code, kind }) => [code, kind]));
    this.families = new Families(this.entries);
  }

  /** The hits by kind, the kind with the best hit first. @param {string} typed @param {number} limit @returns {HitGroup[]} */
  groups(typed, limit = 12) {
    const matches = [...this.matches(typed)].map(([id, match]) => ({ id, match }));
    matches.sort((a, b) => ORDER.indexOf(a.match) - ORDER.indexOf(b.match));
    /** @type {Map<string, { id: string, match: string }[]>} */
    const kinds = new Map();
    for (const hit of matches) {
      const kind = this.kinds.get(hit.id) ?? '';
      kinds.set(kind, [...(kinds.get(kind) ?? []), hit]);
    }
    kinds.set('Statement', this.ids(typed).map((id) => ({ id, match: 'code' })));
    kinds.set('Question', this.questions(typed).map((id) => ({ id, match: 'words' })));
    const groups = [...kinds].map(([kind, hits]) => ({ kind, count: hits.length, hits: hits.slice(0, limit) }));
    return groups.filter(({ hits }) => hits.length)
      .sort((a, b) => ORDER.indexOf(a.hits[0].match) - ORDER.indexOf(b.hits[0].match));
  }

  /** How each thing matches. @param {string} typed @returns {Map<string, string>} */
  matches(typed) {
    const hits = nameHits(this.entries, typed, this.normaliser);
    const isExact = hits.some(({ rank }) => rank <= RANK.SAID);
    const byWords = this.byWords(typed, !isExact && hits.length < ENOUGH);
    if (byWords.size && hits.every(({ rank }) => rank === RANK.CLOSE)) return byWords;
    for (const { code, rank } of hits) byWords.set(code, OF_RANK[rank]);
    return byWords;
  }

  /** @param {string} typed @param {boolean} withFamilies @returns {Map<string, string>} */
  byWords(typed, withFamilies) {
    const characters = signs(typed, this.normaliser);
    const families = withFamilies && characters.length > 1 ? this.families.matching(characters) : new Set();
    const words = this.families.withWords(terms(typed, this.normaliser));
    const codes = this.entries.map(({ code }) => code).filter((code) => families.has(code) || words.has(code));
    return new Map(codes.map((code) => [code, words.has(code) ? 'words' : 'family']));
  }

  /** The ids that begin as typed, or whose hash does. @param {string} typed @returns {string[]} */
  ids(typed) {
    const sought = (typed.trim().replace(/^[`<>"'“”,.;]+|[`<>"'“”,.;]+$/g, '').split('/').at(-1) ?? '').toLowerCase();
    if (!/^(?:[a-z_]+-[0-9a-f]+|[0-9a-f]{6,})$/.test(sought)) return [];
    if (this.data.ids.includes(sought)) return [sought];
    return this.data.ids.filter((id) => id.startsWith(sought) || (id.split('-').at(-1) ?? '').startsWith(sought));
  }

  /** The questions whose texts have all words, those with all in their title first. @param {string} typed @returns {string[]} */
  questions(typed) {
    const sought = terms(typed, this.normaliser);
    const has = (/** @type {string[]} */ texts) => sought.length > 0 && sought.every((term) => texts.some((text) => {
      const words = text.split(' ');
      return words.some((_, at) => words.slice(at).join('').startsWith(term));
    }));
    const { questions } = this.data;
    const keys = Object.keys(questions).filter((key) => has(questions[key]));
    return keys.sort((a, b) => Number(has(questions[b].slice(0, TITLES))) - Number(has(questions[a].slice(0, TITLES))));
  }
}
