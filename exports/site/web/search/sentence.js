// Sentences: the things that one names, and its words without those that stand in any: as
// names_in_text.py and common_words.py of queries/search read them.

import { isAscii, isSpelling } from './names.js';
import { isChinese } from './normalised.js';

/** @import { Entry } from './names.js' */
/** @import { Normaliser } from './normalised.js' */

const MAX_WORDS = 24, MIN_CHINESE_LETTERS = 2, MIN_OTHER_LETTERS = 3, MIN_SOUND_LETTERS = 5;

export class Sentences {
  /** @param {Entry[]} entries @param {Normaliser} normaliser @param {string[]} common the words that stand in any sentence */
  constructor(entries, normaliser, common) {
    this.entries = entries;
    this.normaliser = normaliser;
    this.common = new Set(common);
    const chinese = common.filter(isChinese).sort((a, b) => b.length - a.length);
    this.chinese = new RegExp(chinese.join('|'), 'g');
    /** @type {Map<string, string[]>} */
    this.codesByName = new Map();
    for (const { code, names } of entries) {
      for (const text of new Set(names.map(({ normalised }) => normalised))) {
        this.codesByName.set(text, [...(this.codesByName.get(text) ?? []), code]);
      }
    }
  }

  /** The words that are left without the common ones. @param {string} typed */
  withoutCommonWords(typed) {
    const runs = this.normaliser.runs(typed).filter((run) => !this.common.has(run));
    return runs.map((run) => run.replace(this.chinese, ' ')).join(' ').split(/\s+/).filter(Boolean).join(' ');
  }

  /** The things whose whole names stand in a text, the longest first, and the words between. @param {string} typed */
  read(typed) {
    const parts = this.normaliser.words(typed).slice(0, MAX_WORDS), free = parts.map(() => true);
    /** @type {Set<string>} */
    const codes = new Set();
    for (let length = parts.length; length > 0; length -= 1) {
      for (let start = 0; start + length <= parts.length; start += 1) {
        const named = free.slice(start, start + length).every(Boolean) ? this.named(parts.slice(start, start + length).join('')) : [];
        named.forEach((code) => codes.add(code));
        if (named.length) free.fill(false, start, start + length);
      }
    }
    const between = parts.map((part) => (isChinese(part) ? part : ` ${part} `)).map((part, at) => (free[at] ? part : ' '));
    return { codes: [...codes], rest: between.join('') };
  }

  /** What has this as a whole name, or else as the sound of one. @param {string} text @returns {string[]} */
  named(text) {
    const { length } = [...text];
    if (length < (isChinese(text) ? MIN_CHINESE_LETTERS : MIN_OTHER_LETTERS)) return [];
    const named = this.codesByName.get(text) ?? [];
    if (named.length || !isAscii(text) || length < MIN_SOUND_LETTERS) return named;
    const sounds = (/** @type {Entry} */ { names }) => names.some((name) => name.sounds.length > 1 && isSpelling(text, name.sounds, true));
    return this.entries.filter(sounds).map(({ code }) => code);
  }
}
