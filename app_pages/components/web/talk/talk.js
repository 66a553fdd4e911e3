// A talk inside the page: drawn once for the same talk, theme and language; tells its step.

import { themeOf } from '../shared/theme.js';
import { Talk } from '../../../../exports/talk/web/talk.js';

/** @import { TalkData } from '../../../../exports/talk/web/talk.js' */
/** @typedef {{ talk: TalkData, name: string, at: number, language: string }} Data */

/** @param {import('../types').Component<Data>} component */
export default function ({ data, parentElement, setStateValue }) {
  const box = /** @type {HTMLElement & { talk?: Talk, content?: string }} */ (parentElement.querySelector('.box'));
  const theme = themeOf(getComputedStyle(box));
  const content = JSON.stringify([data.name, data.language, theme, data.talk.steps]);
  if (box.content === content) return;
  box.talk?.close();
  box.content = content;
  box.talk = new Talk(box, data.talk, theme, { at: data.at, language: data.language, heading: 'h2' }, {
    onStep: (at) => setStateValue('step', at),
  });
}
