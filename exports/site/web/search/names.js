// Matches typed text with names by the rules of graph/lookup/search.py.

import { closeMatches, similarTexts } from './close_matches.js';

/** @import { Normaliser } from './normalised.js' */
/** @import { RawName, SearchNames } from '../types' */

/** @typedef {string[]} Syllable the sounds that it may have */
/** @typedef {{ text: string, words: string[], normalised: string, starts: string[], sounds: Syllable[], initials: Syllable[], isShort: boolean }} Name */
/** @typedef {{ code: string, kind: string, names: Name[], broader: string[] }} Entry */
/** @typedef {{ code: string, rank: number }} Hit */

export const RANK = { CODE: 0, NAME: 1, SPELLED: 2, BEGINS: 3, INSIDE: 4, INITIALS: 5, CLOSE: 6 };
const MIN_SOUND_LETTERS = 3;

/** @param {RawName} raw @returns {Name} */
function nameOf([text, joined, sounds, isShort]) {
  const words = joined ? joined.split(' ') : [];
  const normalised = words.join('');
  const syllables = sounds ? sounds.split(' ').map((forms) => forms.split('/')) : [...normalised].map((sign) => [sign]);
  return {
    text, words, normalised, sounds: syllables, isShort: isShort === 1,
    starts: words.map((_, at) => words.slice(at).join('')),
    initials: syllables.map((forms) => [...new Set(forms.flatMap(firstLetters))]),
  };
}

/** zh, ch and sh may stand for themselves. @param {string} sound */
const firstLetters = (sound) => [sound.slice(0, 1), ...['zh', 'ch', 'sh'].filter((two) => sound.startsWith(two))];

/** @param {SearchNames} data @returns {Entry[]} */
export function entriesOf(data) {
  return data.things.map(([code, kind, names, broader]) => ({ code, kind, broader, names: names.map(nameOf) }));
}

/** Whether typed text is a whole name by its sounds or, unless exact, its beginning. @param {string} typed @param {Syllable[]} name @param {boolean} exact @param {number} [at] @returns {boolean} */
export function isSpelling(typed, name, exact, at = 0) {
  if (!typed) return !(exact && at < name.length);
  return at < name.length && name[at].some((sound) =>
    (typed.startsWith(sound) && isSpelling(typed.slice(sound.length), name, exact, at + 1))
    || (!exact && sound.startsWith(typed)));
}

/** @param {string} text */
export const isAscii = (text) => [...text].every((sign) => sign <= '\u007f');

/** @param {string} sought @param {string} sound @param {Name} name @returns {number | null} */
function rankOf(sought, sound, name) {
  const spelled = (/** @type {Syllable[]} */ sounds, /** @type {boolean} */ exact) => isAscii(sound) && isSpelling(sound, sounds, exact);
  if (name.normalised === sought) return name.isShort ? RANK.SPELLED : RANK.NAME;
  if (spelled(name.sounds, true)) return RANK.SPELLED;
  const initialled = (/** @type {boolean} */ exact) => sound.length > 1 && spelled(name.initials, exact);
  if (name.normalised.startsWith(sought) || spelled(name.sounds, false) || initialled(true)) return RANK.BEGINS;
  if (name.starts.some((start) => start.startsWith(sought))) return RANK.INSIDE;
  return initialled(false) ? RANK.INITIALS : null;
}

/** The matches, the best first. @param {Entry[]} entries @param {string} typed @param {Normaliser} normaliser @returns {Hit[]} */
export function nameHits(entries, typed, normaliser) {
  const sought = normaliser.normalised(typed);
  if (!sought) return [];
  const exact = nameMatches(entries, typed, sought, normaliser.toneless(typed));
  if (exact.length) return exact;
  const alike = soundHits(entries, normaliser.toneless(typed));
  return alike.length ? alike : close(entries, sought, normaliser);
}

/** @param {Entry[]} entries @param {string} typed @param {string} sought @param {string} sound @returns {Hit[]} */
function nameMatches(entries, typed, sought, sound) {
  const number = typed.normalize('NFKC').trim().toLowerCase();
  const ranked = entries.flatMap(({ code, names }) => {
    const ranks = names.map((name) => rankOf(sought, sound, name)).filter((rank) => rank !== null);
    if (number === code.toLowerCase()) ranks.push(RANK.CODE);
    return ranks.length ? [{ code, rank: Math.min(...ranks), length: [...names[0].text].length }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.length - b.length || (a.code < b.code ? -1 : 1));
}

/** Things with the sound inside a name. @param {Entry[]} entries @param {string} sound @returns {Hit[]} */
function soundHits(entries, sound) {
  if (sound.length < MIN_SOUND_LETTERS || !isAscii(sound)) return [];
  const has = (/** @type {Name} */ { sounds }) => sounds.some((_, at) => at > 0 && isSpelling(sound, sounds, false, at));
  const codes = entries.filter(({ names }) => names.some(has)).map(({ code }) => code);
  return codes.sort().map((code) => ({ code, rank: RANK.INSIDE }));
}

/** Things with a name or code similar to the text. @param {Entry[]} entries @param {string} sought @param {Normaliser} normaliser @returns {Hit[]} */
function close(entries, sought, normaliser) {
  /** @type {Map<string, string>} */
  const codes = new Map();
  for (const { code, names } of entries) for (const name of names) codes.set(name.normalised, code);
  for (const { code } of entries) codes.set(normaliser.normalised(code), code);
  const found = closeMatches(sought, similarTexts(sought, [...codes.keys()])).map((text) => /** @type {string} */ (codes.get(text)));
  return [...new Set(found)].map((code) => ({ code, rank: RANK.CLOSE }));
}
