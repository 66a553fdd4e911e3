// The state of lines at a moment: certain, possible, undated, or not yet.

/** @import { Line, State, States } from '../types' */

/** @type {Record<State, number>} */
const RANK = { certain: 0, possible: 1, undated: 2 };

/** Whether a line had certainly come about before a window. @param {Pick<Line, 'dated' | 'onset'>} line @param {number} from */
export const isEarlier = ({ dated, onset: [, certain] }, from) => dated && certain !== null && certain < from;

/**
 * The state of a line at the end of a window: of all time up to `now`, or from a year on.
 * @param {Pick<Line, 'dated' | 'onset'>} line @param {number} now @param {number} from 0 is the beginning
 * @returns {State | null}
 */
export function stateAt(line, now, from = 0) {
  const { dated, onset: [possible, certain] } = line;
  if (!dated) return 'undated';
  if (isEarlier(line, from)) return null;
  const isWithin = from === 0 || (possible !== null && possible >= from);
  if (certain !== null && certain <= now && isWithin) return 'certain';
  return possible !== null && possible <= now ? 'possible' : null;
}

/**
 * The firmest state of each end of the lines that are drawn.
 * @param {[string, string[]][]} ends each line's id and ends
 * @param {States} states
 * @returns {Map<string, State>}
 */
export function bestStates(ends, states) {
  const best = new Map();
  for (const [id, codes] of ends) {
    const state = states.get(id);
    for (const code of state ? codes : []) {
      if (state && (!best.has(code) || RANK[state] < RANK[/** @type {State} */ (best.get(code))])) best.set(code, state);
    }
  }
  return best;
}

/**
 * How many lines are in each state; together with the left out they are all.
 * @param {States} states
 * @param {{ left_out: number, total: number }} data
 * @param {number} earlier how many lines came about before the window
 * @returns {Record<string, number>}
 */
export function countsOf(states, { left_out, total }, earlier = 0) {
  const number = (/** @type {State | null} */ sought) => [...states.values()].filter((state) => state === sought).length;
  const later = number(null) - earlier;
  return { certain: number('certain'), possible: number('possible'), undated: number('undated'), earlier, later, left_out, total };
}

/** Whether a line joins two of these things; null is all. @param {{ id: string, ends: [string, string] }[]} lines @param {string[] | null} only */
export function joinsOnly(lines, only) {
  const ids = new Set(lines.filter(({ ends }) => !only || ends.every((end) => only.includes(end))).map(({ id }) => id));
  return (/** @type {string} */ id) => ids.has(id);
}
