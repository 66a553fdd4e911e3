// The page of an exported talk: it follows the theme of the system and the reader's language.

import { Talk } from './talk.js';
import { part } from '../../../graph/drawing/web/shared/dom.js';

/** @import { TalkData } from './talk.js' */

/**
 * Opens a talk in a place and a language of the page's choice, or in all of it and the reader's.
 * @param {TalkData} data
 * @param {{ root?: Element, language?: string }} [place]
 */
export function openTalkPage(data, place = {}) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = /** @type {HTMLElement & { talk?: Talk }} */ (place.root ?? part(document, 'main'));
  const own = (navigator.language || 'zh').startsWith('zh') ? 'zh' : 'en';
  let view = { at: 0, language: place.language ?? own };
  const onStep = (/** @type {number} */ at, /** @type {string} */ language) => {
    view = { at, language };
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    document.title = data.title[language];
  };
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light', { style } = document.documentElement;
    const colours = data.shared.zh.themes[theme];
    style.setProperty('--ground', colours.ground);
    style.setProperty('--text', colours.text);
    root.talk?.close();
    root.talk = new Talk(root, data, theme, view, { onStep });
  };
  dark.addEventListener('change', paint);
  onStep(view.at, view.language);
  paint();
  document.body.dataset.ready = String(data.steps.length);
}
