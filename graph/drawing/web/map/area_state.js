// The state of an area of a map of adoptions at a moment: the first year in it, or none.

/** @import { Line, States } from '../types' */

/**
 * `text` is the year as far as it is known: `1999`, `1999–2001`, `≤2001`, or `1999?`.
 * @typedef {{ kind: 'year', id: string, year: number, text: string, isSure: boolean }
 *   | { kind: 'undated', id: string } | { kind: 'outside', id: string }} AreaState
 */

/**
 * The years of a date: the first that it allows, and in words.
 * @param {Line['onset']} onset @param {number[]} years
 */
export function firstYear([possible, certain], years) {
  const isOpen = possible === null || possible === 0; // place 0 is the year before all dates
  if (isOpen) return certain === null ? null : { year: years[certain], text: `≤${years[certain]}`, isSure: false };
  const year = years[possible];
  if (certain === possible) return { year, text: String(year), isSure: true };
  return { year, text: certain === null ? `${year}?` : `${year}–${years[certain]}`, isSure: false };
}

/**
 * The state of an area by its lines, which come in the order of their years.
 * @param {string[]} ids @param {States} states @param {Map<string, Line>} lines @param {number[]} years
 * @returns {AreaState}
 */
export function areaState(ids, states, lines, years) {
  const drawn = ids.filter((id) => states.get(id));
  for (const id of drawn) {
    const line = lines.get(id);
    const first = line && line.dated ? firstYear(line.onset, years) : null;
    if (first) return { kind: 'year', id, ...first };
  }
  return drawn.length ? { kind: 'undated', id: drawn[0] } : { kind: 'outside', id: ids[0] };
}

/** The colour of a year. @param {{ from: number, to: number, color: string }[]} classes @param {number} year */
export function colourOf(classes, year) {
  return (classes.find(({ to }) => year <= to) ?? classes[classes.length - 1])?.color ?? 'none';
}
