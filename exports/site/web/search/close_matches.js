// Texts that resemble a text, as Python's difflib.get_close_matches finds them (Ratcliff and Metzener 1988).

const MAX_CLOSE_MATCHES = 5, CUTOFF = 0.6, MAX_COMPARED_TEXTS = 60;

/** The letters that two texts share in blocks of the same order. @param {string[]} first @param {string[]} second @returns {number} */
function sharedLetterCount(first, second) {
  let size = 0, start = 0, other = 0;
  /** @type {number[]} */
  let lengths = [];
  first.forEach((sign, at) => {
    /** @type {number[]} */
    const next = [];
    second.forEach((letter, place) => {
      if (letter !== sign) return;
      next[place] = (lengths[place - 1] ?? 0) + 1;
      if (next[place] > size) {
        size = next[place];
        start = at - size + 1;
        other = place - size + 1;
      }
    });
    lengths = next;
  });
  if (!size) return 0;
  const before = sharedLetterCount(first.slice(0, start), second.slice(0, other));
  return size + before + sharedLetterCount(first.slice(start + size), second.slice(other + size));
}

/** The pairs of adjacent letters of a text, with its two ends. @param {string} text */
function pairsOf(text) {
  const signs = ['\0', ...text, '\0'];
  return new Set(signs.slice(1).map((sign, at) => signs[at] + sign));
}

/** The texts that share most pairs of letters with a word: as NameLookup.resembling of graph/lookup. @param {string} word @param {string[]} texts @returns {string[]} */
export function similarTexts(word, texts) {
  const pairs = texts.map((text) => ({ text, pairs: pairsOf(text) }));
  const lists = [...pairsOf(word)].sort().map((pair) => pairs.filter((entry) => entry.pairs.has(pair)).map(({ text }) => text));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const list of lists.sort((a, b) => a.length - b.length)) {
    for (const text of list) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_COMPARED_TEXTS).map(([text]) => text);
}

/** @param {string} word @param {string[]} texts @returns {string[]} */
export function closeMatches(word, texts) {
  const letters = [...word];
  const scored = texts.map((text) => {
    const signs = [...text], length = letters.length + signs.length;
    return { text, ratio: length ? (2 * sharedLetterCount(signs, letters)) / length : 1 };
  });
  const best = scored.filter(({ ratio }) => ratio >= CUTOFF);
  return best.sort((a, b) => b.ratio - a.ratio || (a.text < b.text ? 1 : -1)).slice(0, MAX_CLOSE_MATCHES).map(({ text }) => text);
}
