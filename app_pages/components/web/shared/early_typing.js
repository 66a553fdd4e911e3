// What is typed for the search box before it is there: the page keeps it, and hands it over when the
// box arrives. Each component has its own copy of this module, so that the document holds the state.

import { isWriting } from '../review/keys.js';

/**
 * What has been typed after the key /, null if nothing is: any other key, such as Tab or Escape, leads elsewhere.
 * @param {string | null} typed
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>} event
 */
export function textAfterKey(typed, { key, ctrlKey, metaKey, altKey, isComposing }) {
  if (key === 'Shift') return typed;
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (typed === null) return key === '/' ? '' : null;
  if (key === 'Backspace') return typed.slice(0, -1);
  return [...key].length === 1 ? typed + key : null;
}

const { dataset } = globalThis.document?.documentElement ?? { dataset: {} };

/** @param {string | null} typed */
function rememberTyping(typed) {
  if (typed === null) delete dataset.typedEarly;
  else dataset.typedEarly = typed;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (dataset.searchIsHere || isWriting(event)) return;
  const typed = textAfterKey(dataset.typedEarly ?? null, event);
  if (typed !== null) event.preventDefault(); // a browser's own search also begins with /
  rememberTyping(typed);
}

function onPointer() {
  rememberTyping(null);
}

/** Listens until the search box is there; a second call adds nothing. */
export function collectEarlyTyping() {
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', onPointer, true);
}

/** The search box is there: what was typed for it, null if nothing was or if the reader is elsewhere by now. */
export function takeEarlyTyping() {
  const { activeElement, body } = document, typed = dataset.typedEarly ?? null;
  dataset.searchIsHere = 'true';
  rememberTyping(null);
  return activeElement === body || !activeElement ? typed : null;
}

/** The search box is gone. */
export function leave() {
  delete dataset.searchIsHere;
}
