// The switches of a stage beside its clock: the undated, which pictures, the full screen.

import { isFullScreen, put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { Words } from '../types' */

export const LAYOUTS = ['all', 'network', 'map', 'curve'];

/**
 * @param {HTMLElement} bar
 * @param {Words} words
 * @param {{ hasUndated: boolean, hasMap: boolean, stage: HTMLElement }} shape
 * @param {{ onUndated(isShown: boolean): void, onLayout(name: string): void }} hooks
 */
export function drawSwitches(bar, words, { hasUndated, hasMap, stage }, { onUndated, onLayout }) {
  const row = put(bar, 'div', '', 'switches');
  const label = put(row, 'label', '', 'switch');
  const box = put(label, 'input', '');
  Object.assign(box, { type: 'checkbox', checked: true, disabled: !hasUndated });
  box.onchange = () => onUndated(box.checked);
  put(label, 'span', words.show_undated);
  const group = put(row, 'div', '', 'layouts');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', words.layout);
  const buttons = LAYOUTS.filter((name) => name !== 'map' || hasMap).map((name) => {
    const button = put(group, 'button', words[`layout_${name}`], 'quiet');
    Object.assign(button, { type: 'button', onclick: () => onLayout(name) });
    button.dataset.layout = name;
    return button;
  });
  const full = put(row, 'button', words.full_screen, 'quiet full');
  full.type = 'button';
  full.onclick = () => (isFullScreen(stage) ? document.exitFullscreen() : stage.requestFullscreen?.());
  toolbar(row, words.toolbar_view);
  return { box, buttons };
}
