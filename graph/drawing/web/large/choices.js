// The choices of a large network: buttons for the kinds of things, and a window of years.

import { put } from '../shared/dom.js';
import { toolbar } from '../shared/toolbar.js';

/** @import { Groups, Legend, Words } from '../types' */
/** @import { Choice } from './large_scene.js' */

/** A letter that looks like each sign. @type {Record<string, string>} */
const SHAPE_SIGNS = { dot: '●', square: '■', hexagon: '⬢', diamond: '◆', star: '★', triangle: '▲' };

/**
 * @param {HTMLElement} box
 * @param {{ kinds: Legend['kinds'], groups: Groups, years: [number, number] | null, words: Words }} content `years` are the first and last; none gives no window
 * @param {Choice} choice at first; it is changed
 * @param {(choice: Choice) => void} onChange
 */
export function drawChoices(box, { kinds, groups, years, words }, choice, onChange) {
  box.replaceChildren();
  drawKinds(box, kinds, groups, words, choice, onChange);
  if (years) drawWindow(box, years, words, choice.span ?? years, (span) => { choice.span = span; onChange(choice); });
}

/** @param {HTMLElement} box @param {Legend['kinds']} kinds @param {Groups} groups @param {Words} words @param {Choice} choice @param {(choice: Choice) => void} onChange */
function drawKinds(box, kinds, groups, words, choice, onChange) {
  const bar = put(box, 'div', '', 'kinds');
  for (const { key, name } of kinds) {
    const button = put(bar, 'button', '', 'quiet kind');
    put(button, 'span', SHAPE_SIGNS[groups[key].shape]).style.color = groups[key].color.border;
    button.append(` ${name}`);
    Object.assign(button, { type: 'button', title: words.large_kinds });
    button.setAttribute('aria-pressed', String(!choice.kinds.has(key)));
    button.onclick = () => {
      const isShown = choice.kinds.delete(key);
      if (!isShown) choice.kinds.add(key);
      button.setAttribute('aria-pressed', String(isShown));
      onChange(choice);
    };
  }
  toolbar(bar, words.large_kinds);
}

/** @param {HTMLElement} box @param {[number, number]} years @param {Words} words @param {[number, number]} span at first @param {(span: [number, number] | null) => void} onSpan */
function drawWindow(box, [first, last], words, span, onSpan) {
  const bar = put(box, 'div', '', 'window');
  const shown = put(bar, 'output', '', 'span');
  const ends = /** @type {const} */ (['large_from', 'large_until']).map((name, at) => {
    const input = put(bar, 'input', '');
    Object.assign(input, { type: 'range', min: String(first), max: String(last), step: '1' });
    input.value = String(span[at]);
    input.setAttribute('aria-label', words[name]);
    return input;
  });
  const show = () => {
    const [since, until] = ends.map(({ value }) => Number(value)).sort((a, b) => a - b);
    shown.textContent = `${since}–${until}`;
    onSpan(since === first && until === last ? null : [since, until]);
  };
  shown.textContent = span.join('–');
  for (const input of ends) input.oninput = show;
}
