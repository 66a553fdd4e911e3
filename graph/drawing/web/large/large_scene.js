// A large scene as Python packs it, unpacked: nodes and edges as the other networks have them.

/** @import { DrawnEdge, Edge, EdgeLook, Legend, Path, Point } from '../types' */

/** @typedef {{ id: string, name: string, title: string, group: string, x: number, y: number, size: number, links: number }} LargeNode */
/** @typedef {[string, number, number, number, string, number | null, number | null]} PackedEdge id, ends, look, title, first and last year */
/** @typedef {{ nodes: LargeNode[], looks: (EdgeLook & { type: string })[], edges: PackedEdge[], legend: Legend }} LargeScene */
/** @typedef {Edge & { look: number, years: [number | null, number | null], bend: number }} PlainEdge */
/** @typedef {PlainEdge & DrawnEdge} LargeEdge */

const BEND_PER_LENGTH = 0.16; // how far the second edge between two things bends
const FAR_YEAR = 100000; // beyond any year

/** The path of an edge: straight, or bent to one side. @param {Point} start @param {Point} end @param {number} bend @returns {Path} */
export function largePath([x, y], [u, v], bend) {
  const across = (u - x) / 3, down = (v - y) / 3, aside = bend * 4, right = -down * aside, low = across * aside;
  return [[x, y], [x + across + right, y + down + low], [u - across + right, v - down + low], [u, v]];
}

/** The edges of a scene, those between the same two things side by side. @param {LargeScene} scene @returns {PlainEdge[]} */
export function unpackEdges({ nodes, looks, edges }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return edges.map(([id, start, end, look, title, since, until]) => {
    const pair = `${Math.min(start, end)} ${Math.max(start, end)}`, count = counts.get(pair) ?? 0;
    counts.set(pair, count + 1);
    const side = (count % 2 ? 1 : -1) * (start < end ? 1 : -1); // else two that go opposite ways coincide
    const bend = BEND_PER_LENGTH * Math.ceil(count / 2) * side;
    const from = nodes[start], to = nodes[end];
    const path = largePath([from.x, from.y], [to.x, to.y], bend);
    return { ...looks[look], id, from: from.id, to: to.id, title, look, years: [since, until], bend, path };
  });
}

/**
 * Whether some day of an edge's date may lie in a window of years; the undated always may.
 * @param {[number | null, number | null]} years
 * @param {[number, number]} span
 */
export function mayBeWithin([since, until], [first, last]) {
  return (since ?? -FAR_YEAR) <= last && (until ?? FAR_YEAR) >= first;
}

/** The first and last year that any date names, or null if there are not two. @param {PackedEdge[]} edges @returns {[number, number] | null} */
export function yearsOf(edges) {
  const years = edges.flatMap(([, , , , , since, until]) => [since, until]).filter((year) => year !== null);
  if (!years.length) return null;
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [FAR_YEAR, -FAR_YEAR]);
  return first < last ? [first, last] : null;
}

/** @typedef {{ kinds: Set<string>, span: [number, number] | null }} Choice the kinds that are hidden, and the window of years */

/**
 * What a choice shows: edges by their places, and the ids of the nodes at their ends.
 * @template {PlainEdge} T
 * @param {T[]} edges
 * @param {Map<string, LargeNode>} nodes
 * @param {Choice} choice
 */
export function chosenPart(edges, nodes, { kinds, span }) {
  const isKind = (/** @type {string} */ id) => !kinds.has(nodes.get(id)?.group ?? '');
  const shown = edges.filter(({ from, to, years }) => (!span || mayBeWithin(years, span)) && isKind(from) && isKind(to));
  return { edges: shown, nodes: new Set(shown.flatMap(({ from, to }) => [from, to])) };
}
