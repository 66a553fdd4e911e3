// A talk, in the language of the page.

import { openFrame } from './frame.js';
import { openTalkPage } from '../../talk/web/page.js';
import { part } from '../../../graph/drawing/web/shared/dom.js';

openFrame();
const { ground, talk } = globalThis.siteData;
const grounds = Object.entries(talk.ground).map(([language, part]) => [language, { ...ground, ...part }]);
openTalkPage({ ...talk, ground: Object.fromEntries(grounds) }, {
  root: part(document, '.player'), language: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en',
});
