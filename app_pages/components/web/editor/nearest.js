// The names that a misspelt one may mean: by the number of letters to change, then by beginning.

/** The Damerau-Levenshtein distance (optimal string alignment). @param {string} a @param {string} b */
export function distance(a, b) {
  let [last, row] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    [last, row] = [row, next];
  }
  return row[b.length];
}

/**
 * At most three names like a word, the nearest first.
 * @param {string} word
 * @param {Iterable<string>} names
 */
export function nearest(word, names) {
  const small = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  const ranked = [];
  for (const name of names) {
    const other = name.toLowerCase();
    const starts = small.length > 2 && (other.startsWith(small) || small.startsWith(other) && other.length > 2);
    const far = Math.abs(other.length - small.length) > most ? most + 1 : distance(small, other);
    if (name !== word && (far <= most || starts)) ranked.push({ name, rank: Math.min(far, starts ? most + 0.5 : far) });
  }
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, 3).map(({ name }) => name);
}
