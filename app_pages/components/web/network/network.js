// A network inside the page: drawn once for the same data; tells the app what is picked.

import { reveal } from '../shared/reveal.js';
import { themeOf } from '../shared/theme.js';
import { drawColumns } from '../../../../graph/drawing/web/network/columns.js';
import { EdgeLayer } from '../../../../graph/drawing/web/network/edge_layer.js';
import { Gestures } from '../../../../graph/drawing/web/network/gestures.js';
import { fitLegibly } from '../../../../graph/drawing/web/network/fit.js';
import { listenToClicks, listenToKeys, pickOf, showPicked, thingsOf } from '../../../../graph/drawing/web/network/keys.js';
import { saveButtons } from '../../../../graph/drawing/web/save/buttons.js';
import { legendSamples } from '../../../../graph/drawing/web/save/legend_figure.js';
import { networkFigure } from '../../../../graph/drawing/web/save/network_figure.js';
import { sheetOf } from '../../../../graph/drawing/web/save/sheet.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';
import { drawLegend, themedLine } from '../../../../graph/drawing/web/shared/legend.js';
import { toolbar } from '../../../../graph/drawing/web/shared/toolbar.js';

/** @import { Edges, Groups, Node, Nodes, Picked, NetworkScene, Point, Theme, Words } from '../../../../graph/drawing/web/types' */
/** @import { Network } from 'vis-network' */

/**
 * @typedef {object} NetworkData
 * @property {NetworkScene} scene
 * @property {Picked} picked
 * @property {Record<string, Point>} places where the reader has put things
 * @property {number} height
 * @property {number} min_scale
 * @property {string | null} start
 * @property {string} evidence
 * @property {Words} words
 * @property {{ title: string, source: string }} about
 * @property {Record<string, Groups>} groups
 * @property {Record<string, Omit<Theme, 'font'>>} themes
 * @property {object} options
 */
/** @typedef {import('../types').Component<NetworkData>} NetworkComponent */
/**
 * @typedef {object} BoxState what the box holds between two runs of the app
 * @property {Network} network
 * @property {Nodes} nodes
 * @property {Edges} edges
 * @property {EdgeLayer} layer
 * @property {Gestures} gestures
 * @property {NetworkScene} scene as Python gives it
 * @property {Theme} colours
 * @property {string} content
 * @property {string} frame
 * @property {string} pickShown
 * @property {string} saving
 * @property {() => void} grow
 * @property {(nodes: Node[]) => void} fit
 * @property {{ at: string, time: number }} opened the group that was opened last, and when
 * @property {ReturnType<typeof setTimeout>} reveals
 */
/** @typedef {HTMLElement & Partial<BoxState>} NetworkBox */

const SPACE_ABOVE_PX = 340; // and for the first line below the picture
const DOUBLE_CLICK_MS = 400;

/**
 * What is new appears, what is gone goes, and all else stays where it is, and so does the view.
 * @template {{ id: string }} T
 * @param {import('vis-data').DataSet<T, 'id'>} items
 * @param {T[]} wishes
 */
function replaceItems(items, wishes) {
  const ids = new Set(wishes.map(({ id }) => id));
  items.remove(items.getIds().filter((id) => !ids.has(String(id))));
  items.update(/** @type {any} */ (wishes));
}

/** @param {Network} network @param {Node[]} nodes @param {HTMLElement} box */
function inSight(network, nodes, box) {
  return nodes.every(({ id }) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return x >= 0 && y >= 0 && x <= box.clientWidth && y <= box.clientHeight;
  });
}

/** The start in the middle, as much around it as can be read. @param {Network} network @param {NetworkData} data @param {Node[]} nodes @param {number} width @param {number} height */
function fitAround(network, { start, min_scale: minScale }, nodes, width, height) {
  const at = nodes.find(({ id }) => id === start) || nodes[0];
  const farX = Math.max(...nodes.map(({ x }) => Math.abs(x - at.x))) + 100;
  const farY = Math.max(...nodes.map(({ y }) => Math.abs(y - at.y))) + 40;
  const full = Math.min(width / (2 * farX), height / (2 * farY), 1.4);
  network.moveTo({ position: { x: at.x, y: at.y }, scale: Math.max(full, minScale), animation: false });
  return full >= minScale * 0.96;
}

/** What is written around the picture, in the reader's language of now. @param {ParentNode} root @param {NetworkBox} box @param {NetworkData} data */
function showWords(root, box, { words, start, about, groups }) {
  box.setAttribute('aria-label', words.title);
  part(root, '.more').textContent = words.more;
  part(root, '.full').textContent = words.full;
  if (box.saving === words.title) return;
  box.saving = words.title;
  box.gestures?.setWords(words);
  const saving = part(root, '.saving');
  toolbar(part(root, '.tools'), words.toolbar_picture.replace('{what}', words.layout_network));
  saving.replaceChildren();
  saveButtons(saving, words.layout_network, words, () => {
    const { network, nodes, edges, scene } = box;
    if (!network || !nodes || !edges || !scene) throw new Error('the picture is not drawn yet');
    const named = start ? nodes.get(start) : null; // an answer's network has no start
    return sheetOf({
      name: ['learned-from', start].filter(Boolean).join('-'),
      heading: named ? named.title : about.title,
      picture: networkFigure(network, nodes, edges, scene.columns, groups.light),
      legend: legendSamples(scene.legend, groups.light, [], words),
      notes: [...scene.legend.notes, `${about.title} · ${about.source}`],
    });
  });
}

/** @param {NetworkBox} box @param {Network} network @param {(node: string) => void} grow */
function listenToGrowth(box, network, grow) {
  network.on('doubleClick', ({ nodes: [node] }) => {
    clearTimeout(box.reveals); // the reader looks at what grows
    if (node && !box.nodes?.get(String(node))?.many) grow(String(node));
  });
  const isFirst = !box.grow;
  box.grow = () => {
    const at = box.dataset.at || network.getSelectedNodes()[0];
    if (at) grow(String(at));
  };
  if (!isFirst) return;
  box.addEventListener('keydown', (event) => {
    if (event.key !== '+' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    box.grow?.();
  });
}

/** Shows a scene in the same frame: another part of the facts, or things at other places. @param {NetworkBox} box @param {NetworkScene} scene */
function showScene({ nodes, edges, colours }, scene) {
  if (!nodes || !edges || !colours) return;
  replaceItems(nodes, scene.nodes);
  replaceItems(edges, scene.edges.map((edge) => themedLine(edge, colours)));
}

/** Shows a grown picture in the same frame. @param {ParentNode} root @param {NetworkBox} box @param {NetworkData} data */
function replaceScene(root, box, data) {
  const { network, layer, gestures } = box;
  if (!network || !layer || !gestures) return;
  const scene = gestures.arrange(data.scene);
  showScene(box, scene);
  showPicked(layer, data.picked);
  const isInSight = inSight(network, scene.nodes, box);
  if (box.opened && !isInSight) box.fit?.(scene.nodes); // a group takes much room when it opens
  else part(root, '.more').hidden = isInSight;
  delete box.opened;
  box.dataset.ready = String(scene.nodes.length);
}

/** What the reader does by hand. @param {NetworkBox} box @param {NetworkComponent} component @param {EdgeLayer} layer @param {(picked: Picked) => void} pick */
function gesturesOf(box, { data, parentElement, setStateValue }, layer, pick) {
  box.gestures?.close();
  const gestures = new Gestures(box, layer, part(parentElement, '.gestures'), data.words, { scene: data.scene, places: {} }, {
    show: (scene) => showScene(box, scene),
    onGroup: (nodes) => {
      const picked = pickOf(nodes);
      showPicked(layer, picked);
      pick(picked);
    },
    onPlaces: (places) => setStateValue('places', places),
    grows: Boolean(data.start),
  });
  box.gestures = gestures;
  gestures.follow(data.places);
  return gestures;
}

/** Opens the first of a hub's links that are drawn as one; a second click of a double one opens no more. @param {NetworkBox} box @param {string} id @param {(more: { id: string, by: number }) => void} tell */
function openGroup(box, id, tell) {
  const now = performance.now(), { at = '', time = -DOUBLE_CLICK_MS } = box.opened ?? {};
  box.opened = { at: id, time: now };
  if (at === id && now - time < DOUBLE_CLICK_MS) return;
  box.gestures?.steps.take(() => tell({ id, by: 1 }), () => tell({ id, by: -1 }));
}

/** Draws a picture anew. @param {NetworkBox} box @param {NetworkComponent} component @param {Theme} colours @param {{ groups: Groups, height: number }} drawing */
function open(box, component, colours, { groups, height }) {
  const { data, parentElement: root, setStateValue, setTriggerValue } = component;
  const { nodes, columns } = data.scene;
  box.network?.destroy();
  box.style.height = `${height}px`;
  const nodeSet = new vis.DataSet(nodes), edgeSet = new vis.DataSet(data.scene.edges.map((edge) => themedLine(edge, colours)));
  const network = new vis.Network(box, { nodes: nodeSet }, { ...data.options, groups, height: `${height}px` });
  drawColumns(network, box, columns, colours, colours.font);
  const layer = new EdgeLayer(box, network, nodeSet, edgeSet, { groups, colours });
  Object.assign(box, { network, nodes: nodeSet, edges: edgeSet, layer, colours });
  const more = part(root, '.more');
  const fit = (scene = nodeSet.get()) => {
    more.hidden = data.start
      ? fitAround(network, data, scene, box.clientWidth, height)
      : fitLegibly(network, columns, nodes, box.clientWidth, height, data.min_scale);
  };
  fit();
  network.on('dragEnd', () => { more.hidden = true; });
  const full = part(root, '.full');
  full.hidden = false; // a button without a name is shown to nobody
  full.onclick = () => fit();
  box.fit = fit;
  const pick = (/** @type {Picked} */ picked) => {
    if (picked?.node && nodeSet.get(picked.node)?.many) { openGroup(box, picked.node, (more) => setTriggerValue('group', more)); return; }
    if (box.gestures) box.gestures.group = thingsOf(picked);
    box.pickShown = JSON.stringify(picked);
    setStateValue('picked', picked);
    clearTimeout(box.reveals);
    box.reveals = setTimeout(() => reveal(data.evidence), DOUBLE_CLICK_MS);
  };
  const join = data.start ? (/** @type {string} */ node) => setTriggerValue('join', node) : undefined;
  const gestures = gesturesOf(box, component, layer, pick);
  listenToClicks(box, layer, pick, join, (point) => gestures.unpinAt(point));
  listenToKeys(box, layer, pick, join);
  if (data.start) {
    const grow = (/** @type {string} */ id) => setTriggerValue('grow', id); // again, it closes what it has opened
    listenToGrowth(box, network, (id) => gestures.steps.take(() => grow(id), () => grow(id)));
  }
  showPicked(layer, data.picked);
  network.once('afterDrawing', () => { box.dataset.ready = String(nodes.length); });
}

/** @param {NetworkComponent} component */
export default function (component) {
  const { data, parentElement } = component;
  const box = /** @type {NetworkBox} */ (parentElement.querySelector('.net'));
  const style = getComputedStyle(box);
  const theme = themeOf(style), groups = data.groups[theme];
  // a picture that grows has the whole window but for the page's head
  const height = data.start ? Math.max(data.height, window.innerHeight - SPACE_ABOVE_PX) : data.height;
  const content = JSON.stringify([data.scene, data.height, theme]), pick = JSON.stringify(data.picked);
  const frame = JSON.stringify([data.start, data.height, theme]);
  showWords(parentElement, box, data);
  box.gestures?.follow(data.places);
  if (box.content === content) { // the same picture: nothing moves, only what is picked is shown
    if (box.pickShown !== pick && box.layer) showPicked(box.layer, data.picked);
    box.pickShown = pick;
    return;
  }
  const colours = { ...data.themes[theme], font: style.getPropertyValue('--st-font').trim() || 'sans-serif' };
  box.content = content;
  box.pickShown = pick;
  box.scene = data.scene;
  drawLegend(part(parentElement, '.legend'), data.scene.legend, groups, colours);
  if (data.start && box.network && box.frame === frame) { replaceScene(parentElement, box, data); return; }
  box.frame = frame;
  open(box, component, colours, { groups, height });
}
