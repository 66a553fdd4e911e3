// A large network inside the page: drawn once for the same data; tells the app what is picked.

import { reveal } from '../shared/reveal.js';
import { themeOf } from '../shared/theme.js';
import { LargePane } from '../../../../graph/drawing/web/large/large_pane.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';
import { drawLegend } from '../../../../graph/drawing/web/shared/legend.js';

/** @import { Groups, Picked, Point, Theme, Words } from '../../../../graph/drawing/web/types' */
/** @import { LargeScene } from '../../../../graph/drawing/web/large/large_scene.js' */

/**
 * @typedef {object} LargeData
 * @property {LargeScene} scene
 * @property {Picked} picked
 * @property {Record<string, Point>} places where the reader has put things
 * @property {number} height
 * @property {string | null} start what is looked at while nothing is picked
 * @property {string} evidence
 * @property {Words} words
 * @property {Record<string, Groups>} groups
 * @property {Record<string, Omit<Theme, 'font'>>} themes
 * @property {object} options
 */
/** @typedef {import('../types').Component<LargeData>} LargeComponent */
/** @typedef {HTMLElement & { pane?: LargePane, content?: string, start?: string | null, pickShown?: string }} LargeBox */

const HEAD = 330; // pixels of the window above the picture, and for the first line beneath it

/** Draws a picture anew. @param {LargeBox} box @param {LargeComponent} component @param {string} theme */
function open(box, { data, parentElement: root, setStateValue }, theme) {
  const groups = data.groups[theme], font = getComputedStyle(box).getPropertyValue('--st-font').trim() || 'sans-serif';
  const colours = { ...data.themes[theme], font };
  box.pane?.close();
  box.style.height = `${Math.max(data.height, window.innerHeight - HEAD)}px`;
  drawLegend(part(root, '.legend'), { ...data.scene.legend, kinds: [] }, groups, colours); // the kinds are buttons
  const counts = part(root, '.counts');
  const looks = { groups, colours, options: data.options, words: data.words };
  box.pane = new LargePane(box, part(root, '.hands'), part(root, '.choices'), data.scene, looks, {
    onPick: (picked) => {
      box.pickShown = JSON.stringify(picked);
      setStateValue('picked', picked);
      reveal(data.evidence);
    },
    onPlaces: (places) => setStateValue('places', places),
    onCount: (nodes, edges) => {
      counts.textContent = data.words.large_counts.replace('{nodes}', String(nodes)).replace('{edges}', String(edges));
    },
  });
  const full = part(root, '.full');
  full.hidden = false; // a button without a name is shown to nobody
  full.textContent = data.words.whole_picture;
  full.onclick = () => box.pane?.fit();
  box.start = data.start; // all is in sight at first
  box.pickShown = undefined;
}

/** @param {LargeComponent} component */
export default function (component) {
  const { data, parentElement } = component;
  const box = /** @type {LargeBox} */ (parentElement.querySelector('.net'));
  const theme = themeOf(getComputedStyle(box)), content = JSON.stringify([data.scene, data.words, data.height, theme]);
  box.setAttribute('aria-label', data.words.title);
  if (box.content !== content) {
    box.content = content;
    open(box, component, theme);
  }
  box.pane?.hands.follow(data.places);
  const pick = JSON.stringify(data.picked);
  if (box.pickShown !== pick) box.pane?.mark(data.picked);
  box.pickShown = pick;
  if (box.start !== data.start && data.start) box.pane?.lookAt(data.start);
  box.start = data.start;
}
