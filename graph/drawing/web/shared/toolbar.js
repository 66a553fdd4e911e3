// Controls that are one stop of Tab together: arrow keys, Home and End walk among them, as the
// pattern of a toolbar in ARIA describes it.

import { activeElement } from './dom.js';

/** @typedef {HTMLElement | SVGElement} Control */

const BUTTONS = 'button, input[type=checkbox]';
/** @type {Record<string, number>} */
const ARROW_STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Which of so many controls a key leads to, past the last to the first; null if it is no such key. @param {string} key @param {number} at @param {number} count */
export function placeAfter(key, at, count) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Object.hasOwn(ARROW_STEPS, key) ? (at + ARROW_STEPS[key] + count) % count : null;
}

/** What a control is, in whatever drawing of it. @param {Element} control */
function nameOf(control) {
  const { line, area } = /** @type {Control} */ (control).dataset;
  return [control.localName, line ?? area ?? control.getAttribute('aria-label') ?? control.textContent].join(' ');
}

/** Makes the controls in a box one stop, also those that are drawn later. @param {Element} box @param {string} selector */
export function oneStop(box, selector) {
  /** @type {Control | undefined} */
  let stop;
  const controls = () =>
    /** @type {Control[]} */ ([...box.querySelectorAll(selector)]).filter((control) => !control.matches(':disabled, [hidden]'));
  const showStop = () => {
    const all = controls(), before = stop, hasFocus = before && before === activeElement(box);
    if (!before || !all.includes(before)) stop = all.find((control) => before && nameOf(control) === nameOf(before)) ?? all[0];
    for (const control of all) {
      const index = control === stop ? '0' : '-1';
      if (control.getAttribute('tabindex') !== index) control.setAttribute('tabindex', index);
    }
    if (hasFocus && stop !== before) stop?.focus({ preventScroll: true }); // a control that is switched off leaves the focus to another
  };
  box.toggleAttribute('data-stop', true);
  box.addEventListener('focusin', ({ target }) => {
    const control = controls().find((other) => other === target);
    if (!control || control === stop) return;
    stop = control;
    showStop();
  });
  box.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = /** @type {KeyboardEvent} */ (event);
    const all = controls().filter((control) => control.checkVisibility({ checkVisibilityCSS: true }));
    const at = all.indexOf(/** @type {Control} */ (target));
    const next = at < 0 || ctrlKey || metaKey || altKey || shiftKey ? null : placeAfter(key, at, all.length);
    if (next === null) return;
    all[next].focus();
    event.preventDefault();
    event.stopPropagation();
  });
  new MutationObserver(showStop).observe(box, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] });
  showStop();
}

/** Makes a row of buttons, or of others, a toolbar with a name, in the reader's language of now. @param {Element} row @param {string} name */
export function toolbar(row, name, selector = BUTTONS) {
  row.setAttribute('aria-label', name);
  if (row.getAttribute('role') === 'toolbar') return;
  row.setAttribute('role', 'toolbar');
  oneStop(row, selector);
}

/** Switches a button off or on; one that goes off leaves the focus to another. @param {HTMLButtonElement} button @param {boolean} isOff @param {HTMLButtonElement} [other] */
export function switchOff(button, isOff, other) {
  const hasFocus = isOff && activeElement(button) === button;
  if (hasFocus && other) other.disabled = false;
  if (hasFocus) other?.focus();
  button.disabled = isOff;
}

/** Whether the arrow keys walk from here: the reader has come by keyboard to controls that are one stop. @param {Element} target */
export function walksByKeys(target) {
  return Boolean(target.closest?.('[data-stop]')) && target.matches(':focus-visible');
}

/** Draws anew, and leaves the focus on what had it, if that is drawn again. @param {Element} root @param {() => void} draw */
export function keepFocus(root, draw) {
  const focused = activeElement(root), name = focused && root.contains(focused) ? nameOf(focused) : null;
  draw();
  if (name === null || focused?.isConnected) return;
  const again = /** @type {Control[]} */ ([...root.querySelectorAll('[tabindex], button, input, summary, a')]);
  again.find((control) => nameOf(control) === name)?.focus({ preventScroll: true });
}
