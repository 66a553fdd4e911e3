// A talk inside the page: drawn once for the same talk, theme and language; tells its step.

import { themeOf } from '../shared/theme.js';
import { Talk } from '../../../../exports/talk/web/talk.js';

/** @import { TalkData } from '../../../../exports/talk/web/talk.js' */
/** @typedef {{ talk: TalkData, name: string, at: number, jump: number, language: string }} Data */

/** @param {import('../types').Component<Data>} component */
export default function ({ data, parentElement, setStateValue }) {
  const box = /** @type {HTMLElement & { talk?: Talk, content?: string, jump?: number }} */ (parentElement.querySelector('.box'));
  const theme = themeOf(getComputedStyle(box));
  const content = JSON.stringify([data.name, data.language, theme, data.talk.steps]);
  if (box.content === content) {
    if (box.jump !== data.jump) box.talk?.go(data.at); // the page asks for a step; else the reader's is newer
    box.jump = data.jump;
    return;
  }
  box.jump = data.jump;
  box.talk?.close();
  box.content = content;
  box.talk = new Talk(box, data.talk, theme, { at: data.at, language: data.language, heading: 'h2' }, {
    onStep: (at) => setStateValue('step', at),
  });
}
