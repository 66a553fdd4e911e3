// Brings a panel of evidence into sight when the rows that it tells of change.

import { reveal } from '../shared/reveal.js';

/** @type {WeakMap<Node, string>} what each panel has shown */
const shown = new WeakMap();

/** @param {import('../types').Component<{ panel: string, ids: string[] }>} component */
export default function ({ data, parentElement }) {
  const ids = data.ids.join(' ');
  if (shown.get(parentElement) === ids) return;
  shown.set(parentElement, ids);
  reveal(data.panel);
}
