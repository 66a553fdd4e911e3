// One search over things, statements and questions: as queries/search/search.py does it in the app.

import { Families } from './families.js';
import { entriesOf, nameHits, RANK } from './names.js';
import { isChinese, Normaliser, signs, terms } from './normalised.js';
import { Sentences } from './sentence.js';

/** @import { SearchNames } from '../types' */

/** @typedef {{ id: string, match: string, values?: Record<string, string> }} SiteHit a question has the values to ask it with */
/** @typedef {{ kind: string, count: number, hits: SiteHit[] }} HitGroup */

const MATCH_ORDER = ['code', 'name', 'begins', 'inside', 'initials', 'words', 'family', 'text', 'close'];
const MATCH_OF_RANK = ['code', 'name', 'name', 'begins', 'inside', 'initials', 'close'];
const ENOUGH_HITS = 100, MAX_TITLES = 3;

export class SiteSearch {
  /** @param {SearchNames} data */
  constructor(data) {
    this.data = data;
    this.normaliser = new Normaliser(data.simplified);
    this.entries = entriesOf(data);
    this.kinds = new Map(this.entries.map(({ code, kind }) => [code, kind]));
    this.families = new Families(this.entries);
    this.sentences = new Sentences(this.entries, this.normaliser, data.common);
  }

  /** The hits of a text as a whole or else of what it names, or of its words. @param {string} typed @param {number} limit @returns {HitGroup[]} */
  groups(typed, limit = 12) {
    const whole = this.wholeGroups(typed, limit);
    if (whole.length && !isGuess(whole)) return whole;
    const named = this.namedGroups(typed, limit);
    if (named.length) return named;
    const rest = this.wholeGroups(this.sentences.withoutCommonWords(typed), limit);
    return rest.length && !isGuess(rest) ? rest : whole;
  }

  /**
   * The things that a sentence names, and the questions that it asks of them; the questions come
   * first if the rest of the sentence stands in the title of one.
   * @param {string} typed @param {number} limit @returns {HitGroup[]}
   */
  namedGroups(typed, limit) {
    const { codes, rest } = this.sentences.read(typed);
    if (!codes.length) return [];
    const kinds = this.byKind(codes.map((id) => ({ id, match: 'words' })));
    const questions = this.questions(rest).map((id) => this.askedOf(id, codes));
    /** @type {[string, SiteHit[]]} */
    const group = ['Question', questions];
    const isFirst = questions.length > 0 && this.asksTitledQuestion(rest, questions[0]);
    return firstHits(new Map(isFirst ? [group, ...kinds] : [...kinds, group]), limit);
  }

  /** Whether the rest of a sentence is in the title of a question of what the sentence names. @param {string} rest @param {SiteHit} question */
  asksTitledQuestion(rest, question) {
    const titles = this.data.questions[question.id].slice(0, MAX_TITLES);
    const content = this.sentences.withoutCommonWords(rest);
    if (!question.values || !content) return false;
    // 谁学习 is in 谁向一地学习, and 学习谁 is not
    if (isChinese(content)) return titles.some((text) => follow(signs(content, this.normaliser), text.replaceAll(' ', '')));
    return hasTerms(terms(rest, this.normaliser), titles);
  }

  /** A question with the first of these things that it can be asked of. @param {string} id @param {string[]} codes @returns {SiteHit} */
  askedOf(id, codes) {
    const [parameter, kinds] = this.data.asked[id] ?? ['', []];
    const code = codes.find((entry) => kinds.includes(this.kinds.get(entry) ?? ''));
    return { id, match: 'words', ...(code ? { values: { [parameter]: code } } : {}) };
  }

  /** The hits by kind, the kind with the best hit first. @param {string} typed @param {number} limit @returns {HitGroup[]} */
  wholeGroups(typed, limit) {
    const kinds = this.byKind([...this.matches(typed)].map(([id, match]) => ({ id, match })));
    kinds.set('Statement', this.ids(typed).map((id) => ({ id, match: 'code' })));
    kinds.set('Question', this.questions(typed).map((id) => ({ id, match: 'words' })));
    return firstHits(kinds, limit).sort((a, b) => MATCH_ORDER.indexOf(a.hits[0].match) - MATCH_ORDER.indexOf(b.hits[0].match));
  }

  /** @param {SiteHit[]} matches @returns {Map<string, SiteHit[]>} */
  byKind(matches) {
    matches.sort((a, b) => MATCH_ORDER.indexOf(a.match) - MATCH_ORDER.indexOf(b.match));
    /** @type {Map<string, SiteHit[]>} */
    const kinds = new Map();
    for (const hit of matches) {
      const kind = this.kinds.get(hit.id) ?? '';
      kinds.set(kind, [...(kinds.get(kind) ?? []), hit]);
    }
    return kinds;
  }

  /** How each thing matches. @param {string} typed @returns {Map<string, string>} */
  matches(typed) {
    const hits = nameHits(this.entries, typed, this.normaliser);
    const isExact = hits.some(({ rank }) => rank <= RANK.SPELLED);
    const byWords = this.byWords(typed, !isExact && hits.length < ENOUGH_HITS);
    if (byWords.size && hits.every(({ rank }) => rank === RANK.CLOSE)) return byWords;
    for (const { code, rank } of hits) byWords.set(code, MATCH_OF_RANK[rank]);
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

  /** The questions whose texts have all words or else all Chinese characters, those with all in their title first. @param {string} typed @returns {string[]} */
  questions(typed) {
    const words = terms(typed, this.normaliser), keys = this.questionsWith(words);
    if (keys.length) return keys;
    const characters = signs(this.sentences.withoutCommonWords(typed), this.normaliser);
    return characters.length > 1 ? this.questionsWith(characters) : [];
  }

  /** @param {string[]} sought @returns {string[]} */
  questionsWith(sought) {
    const { questions } = this.data;
    const isTitled = (/** @type {string} */ key) => hasTerms(sought, questions[key].slice(0, MAX_TITLES));
    const keys = Object.keys(questions).filter((key) => hasTerms(sought, questions[key]));
    return keys.sort((a, b) => Number(isTitled(b)) - Number(isTitled(a)));
  }
}

/** Whether each term begins at a word of one of the texts. @param {string[]} sought @param {string[]} texts */
function hasTerms(sought, texts) {
  return sought.length > 0 && sought.every((term) => texts.some((text) => {
    const words = text.split(' ');
    return words.some((_, at) => words.slice(at).join('').startsWith(term));
  }));
}

/** Whether the characters are in a text, in their order. @param {string[]} characters @param {string} text */
function follow(characters, text) {
  let from = 0;
  return characters.length > 0 && characters.every((character) => {
    const at = text.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}

/** Whether all that is found is only called similarly. @param {HitGroup[]} groups */
const isGuess = (groups) => groups[0]?.hits[0].match === 'close';

/** The first hits of each kind that has any. @param {Map<string, SiteHit[]>} kinds @param {number} limit @returns {HitGroup[]} */
function firstHits(kinds, limit) {
  const groups = [...kinds].map(([kind, hits]) => ({ kind, count: hits.length, hits: hits.slice(0, limit) }));
  return groups.filter(({ hits }) => hits.length);
}
