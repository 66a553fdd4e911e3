// A picture that the app has drawn as SVG for each theme, with things that are links: one stop of Tab.

import { themeOf } from '../shared/theme.js';
import { part } from '../../../../graph/drawing/web/shared/dom.js';
import { keepFocus, toolbar } from '../../../../graph/drawing/web/shared/toolbar.js';

/** @param {import('../types').Component<{ title: string, light: string, dark: string }>} component */
export default function ({ data, parentElement }) {
  const frame = part(parentElement, '.around');
  const svg = data[themeOf(getComputedStyle(frame))];
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  keepFocus(frame, () => frame.replaceChildren(document.importNode(picture, true)));
  toolbar(frame, data.title, 'a');
}
