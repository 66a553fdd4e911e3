// Streamlit's own words, such as those of a table's toolbar, are English in every language, and so
// is the language that the page declares: here both are the reader's.

import { enterOpenPanel, leaveButton, makeScrollTextsFocusable, returnFocus } from './keyboard_stops.js';

const TRANSLATED_PARTS = [
  '[data-testid="stElementToolbar"]',
  '[data-testid="stTooltipContent"]',
  '[data-testid="stSelectbox"]',
  '[data-testid="stMultiSelect"]',
  '[data-testid="InputInstructions"]',
  '[data-baseweb="popover"]',
  '[role="tooltip"]',
  '[role="listbox"]',
].join(',');
const TRANSLATED_ATTRIBUTES = ['aria-label', 'placeholder', 'title'];
/** @type {Map<string, string>} */
let words = new Map();
/** Words around another text, for which `{}` stands. @type {[string, string][]} */
let templates = [];
/** @type {MutationObserver | null} */
let watch = null;

/** @param {Element} part */
function translateTexts(part) {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = words.get(node.nodeValue?.trim() ?? '');
    if (text && node.nodeValue !== text) node.nodeValue = text;
  }
}

/** A text with words around another in the reader's language. @param {string} text */
export function translateTemplate(text, pairs = templates) {
  for (const [from, to] of pairs) {
    const [head, tail] = from.split('{}'), inner = text.slice(head.length, text.length - tail.length);
    if (inner && text === head + inner + tail) return to.replace('{}', () => inner);
  }
  return undefined;
}

function translatePage() {
  for (const part of document.querySelectorAll(TRANSLATED_PARTS)) translateTexts(part);
  for (const name of TRANSLATED_ATTRIBUTES) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name) ?? '';
      const text = words.get(value) ?? translateTemplate(value);
      if (text && text !== value) element.setAttribute(name, text);
    }
  }
}

// one run of a page changes many elements at once: they are read together, before the next frame
let isDue = false;

function translateNextFrame() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    translatePage();
    makeScrollTextsFocusable();
    enterOpenPanel();
    returnFocus();
  });
}

/** @param {import('../types').Component<{ language: string, words: [string, string][], templates: [string, string][] }>} component */
export default function ({ data }) {
  document.documentElement.lang = data.language;
  words = new Map(data.words);
  templates = data.templates;
  translatePage();
  watch ??= new MutationObserver(translateNextFrame);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['disabled'] });
  document.addEventListener('pointerdown', leaveButton, true);
  document.addEventListener('focusin', returnFocus);
  return () => watch?.disconnect();
}
