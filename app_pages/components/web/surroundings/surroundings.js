// A picture that the app has drawn as SVG, with things that are links.

import { part } from '../../../../graph/drawing/web/shared/dom.js';

/** @param {import('../types').Component<{ svg: string }>} component */
export default function ({ data, parentElement }) {
  const frame = part(parentElement, '.around');
  const picture = new DOMParser().parseFromString(data.svg, 'image/svg+xml').documentElement;
  frame.replaceChildren(document.importNode(picture, true));
}
