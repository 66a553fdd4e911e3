// A network by keyboard: arrow keys walk along its edges, Enter opens a node.

/** @import { Network } from 'vis-network' */
/** @import { Edges, Node, Nodes, Picked } from '../types' */
/** @import { EdgeLayer } from './edge_layer.js' */

/** @type {Record<string, [number, number]>} */
export const ARROW_DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Nodes} nodes @param {string | number | undefined} id */
function isShown(nodes, id) {
  const node = id === undefined ? null : nodes.get(id);
  return Boolean(node) && !node?.hidden;
}

/**
 * The neighbours in a direction, the best first.
 * @param {{ x: number, y: number }} from
 * @param {{ id: string, x: number, y: number }[]} others
 * @param {string} key
 */
export function neighboursAhead(from, others, key) {
  const [across, down] = ARROW_DIRECTIONS[key];
  return others.map((other) => {
    const x = other.x - from.x, y = other.y - from.y, far = Math.hypot(x, y) || 1;
    return { id: other.id, turn: (x * across + y * down) / far, far };
  }).filter(({ turn }) => turn > 0.2).sort((a, b) => b.turn / b.far - a.turn / a.far).map(({ id }) => id);
}

/** @param {Nodes} nodes @param {Edges} edges @param {string} id @returns {Node[]} */
function neighbours(nodes, edges, id) {
  const ids = edges.get().flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  return nodes.get([...new Set(ids)]).filter((node) => isShown(nodes, node.id));
}

/** @param {Network} network @param {HTMLElement} box @param {string} id */
function keepInSight(network, box, id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const inSight = x > 60 && y > 50 && x < box.clientWidth - 60 && y < box.clientHeight - 40;
  if (!inSight) network.moveTo({ position: network.getPosition(id), animation: false });
}

/**
 * @param {HTMLElement} box
 * @param {EdgeLayer} layer
 * @param {(picked: Picked) => void} pick
 * @param {(node: string) => void} [join] what Shift does: the second of two things
 */
export function listenToKeys(box, layer, pick, join) {
  const { network, nodes, edges } = layer;
  const canvas = box.querySelector('.vis-network');
  if (canvas instanceof HTMLElement) canvas.tabIndex = -1; // the box around it is the one stop for Tab
  // a picture that is drawn anew leaves the reader where they stood, if that is still drawn
  const stood = () => [...network.getSelectedNodes(), box.dataset.at].find((id) => isShown(nodes, id));
  box.onkeydown = (event) => {
    const from = /** @type {string | undefined} */ (stood());
    if (event.key === 'Enter' && event.shiftKey && from && join) join(from);
    else if (event.key === 'Enter' && from) pick({ node: from });
    else if (event.key.startsWith('Arrow')) {
      const here = from ? nodes.get(from) : null;
      const [next] = here ? neighboursAhead(here, neighbours(nodes, edges, here.id), event.key) : [];
      const at = next || from || nodes.getIds().map(String).find((id) => isShown(nodes, id));
      if (at) { layer.network.selectNodes([at]); layer.select(layer.at(at)); keepInSight(network, box, at); }
      box.dataset.at = at || '';
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** What the choice of these things is: of a single one the same as a click on it. @param {string[]} things @returns {Picked} */
export function pickOf(things) {
  if (things.length > 1) return { nodes: things };
  return things.length ? { node: things[0] } : null;
}

/** The things that are picked, so that a further one joins them. @param {Picked} picked */
export function thingsOf(picked) {
  return picked?.nodes ?? (picked?.node ? [picked.node] : []);
}

/** Shows what is picked. @param {EdgeLayer} layer @param {Picked} picked */
export function showPicked(layer, picked) {
  const { node, edge, nodes: several } = picked || {};
  const { network, nodes, edges } = layer;
  if (several) {
    const drawn = several.filter((id) => nodes.get(id));
    network.selectNodes(drawn);
    layer.select(drawn.flatMap((id) => layer.at(id)));
    return;
  }
  if (node && nodes.get(node)) { network.selectNodes([node]); layer.select(layer.at(node)); return; }
  network.unselectAll();
  layer.select(edge && edges.get(edge) ? [edge] : []);
}

/**
 * A click picks a node, or else the edge beneath it.
 * @param {HTMLElement} box
 * @param {EdgeLayer} layer
 * @param {(picked: Picked) => void} pick
 * @param {(node: string) => void} [join] what Shift does: the second of two things
 * @param {(point: { x: number, y: number }) => boolean} [takes] whether a click is meant for something else
 */
export function listenToClicks(box, layer, pick, join, takes) {
  const { network } = layer;
  network.on('click', ({ nodes: [node], pointer, event }) => {
    if (takes?.(pointer.canvas)) return;
    if (node && join && event.srcEvent?.shiftKey) { join(node); return; }
    box.focus({ preventScroll: true });
    const edge = node ? null : layer.edgeAt(pointer.DOM);
    showPicked(layer, node ? { node } : edge ? { edge } : null);
    if (node) pick({ node });
    else if (edge) pick({ edge });
  });
  network.on('hoverNode', () => { box.style.cursor = 'pointer'; });
  network.on('blurNode', () => { box.style.cursor = 'default'; });
}
