// Typed text in the form in which names are compared: as graph/lookup/romanization.py does it.

const PARTS = /[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;
const RUNS = /[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;

/** A Latin letter without its tone; ü, with or without a tone, as v. @param {string} sign */
function withoutAccent(sign) {
  const parts = [...sign.normalize('NFD')];
  if (parts[0] === 'u' && parts.includes('\u0308')) return 'v';
  return parts[0] <= '\u007f' ? parts[0] : sign;
}

/** Turns typed text into its words; every Chinese character is a word of its own. */
export class Normaliser {
  /** @param {string} pairs a character that may be typed, and that which stands for it in names */
  constructor(pairs) {
    const signs = [...pairs];
    /** @type {Map<string, string>} */
    this.simplified = new Map();
    for (let at = 0; at < signs.length; at += 2) this.simplified.set(signs[at], signs[at + 1]);
  }

  /** In lower case, without accents. @param {string} text */
  letters(text) {
    const simple = [...text.normalize('NFKC')].map((sign) => this.simplified.get(sign) ?? sign).join('');
    return [...simple.toLowerCase().normalize('NFC')].map(withoutAccent).join('');
  }

  /** @param {string} text @returns {string[]} */
  words(text) {
    return this.letters(text).match(PARTS) ?? [];
  }

  /** The words; Chinese characters that stand together are one run. @param {string} text @returns {string[]} */
  runs(text) {
    return this.letters(text).match(RUNS) ?? [];
  }

  /** @param {string} text */
  normalised(text) {
    return this.words(text).join('');
  }

  /** @param {string} text */
  toneless(text) {
    return this.normalised(text).replace(/(?<=[a-z])[1-5]/g, '');
  }
}

/** @param {string} word */
export const isChinese = (word) => word[0] >= '\u3400' && word[0] <= '\u9fff';

/** The plural of a word of five letters or more is sought as the word. @param {string} word */
const singular = (word) => (word.length >= 5 && word.endsWith('s') ? word.slice(0, -1) : word);

/** The words of a text; of Chinese each two adjacent characters. @param {string} typed @param {Normaliser} normaliser @returns {string[]} */
export function terms(typed, normaliser) {
  const all = typed.split(/\s+/).filter(Boolean).flatMap((chunk) => chunkTerms(normaliser.words(chunk)));
  return [...new Set(all)];
}

/** @param {string[]} parts @returns {string[]} */
function chunkTerms(parts) {
  /** @type {string[][]} */
  const runs = [];
  parts.forEach((part, at) => {
    if (at && isChinese(part) === isChinese(parts[at - 1])) runs[runs.length - 1].push(part);
    else runs.push([part]);
  });
  return runs.flatMap((run) => (isChinese(run[0]) && run.length > 1
    ? run.slice(1).map((sign, at) => run[at] + sign) : run.map(singular)));
}

/** The words of a text; of Chinese each character. @param {string} typed @param {Normaliser} normaliser @returns {string[]} */
export function signs(typed, normaliser) {
  return [...new Set(normaliser.words(typed).map(singular))];
}
