// What a moment makes of lines: certain, possible, undated, or not yet.

/** @import { Line, State, States } from '../types' */

/** @type {Record<State, number>} */
const RANK = { certain: 0, possible: 1, undated: 2 };

/** @param {Pick<Line, 'dated' | 'onset'>} line @param {number} now @returns {State | null} */
export function stateAt({ dated, onset: [possible, certain] }, now) {
  if (!dated) return 'undated';
  if (certain !== null && certain <= now) return 'certain';
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
 * @returns {Record<string, number>}
 */
export function countsOf(states, { left_out, total }) {
  const number = (/** @type {State | null} */ sought) => [...states.values()].filter((state) => state === sought).length;
  return { certain: number('certain'), possible: number('possible'), undated: number('undated'), later: number(null), left_out, total };
}
