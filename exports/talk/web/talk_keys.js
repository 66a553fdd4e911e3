// The keys of a talk: a keyboard's, or a clicker's.

import { walksByKeys } from '../../../graph/drawing/web/shared/toolbar.js';

/** @typedef {'next' | 'back' | 'first' | 'last' | 'full' | 'language' | 'evidence' | 'close'} Act */

/** @type {Record<string, Act>} */
const KEYS = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
  Home: 'first', End: 'last', f: 'full', l: 'language', e: 'evidence', Escape: 'close',
};
const WALKING_KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' '];
const CLICKER_KEYS = ['PageDown', 'PageUp', 'Escape']; // a clicker's keys, wherever the focus is

/** The act of a key, unless the element with the focus needs the key. @param {string} key @param {Element} target @returns {Act | undefined} */
export function actOf(key, target) {
  const isOwn = walksByKeys(target) ? WALKING_KEYS
    : target.matches?.('button, summary') ? [' ', 'Enter']
    : target.matches?.('input, textarea, select') ? Object.keys(KEYS).filter((name) => !CLICKER_KEYS.includes(name)) : [];
  return isOwn.includes(key) ? undefined : KEYS[key.length === 1 ? key.toLowerCase() : key];
}
