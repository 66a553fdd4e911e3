// What of a large network is drawn: buttons for the kinds of things, and a window of years.

import { put } from '../shared/dom.js';

/** @import { Groups, Legend, Words } from '../types' */
/** @import { Choice } from './large_scene.js' */

/** A letter that looks like each sign. @type {Record<string, string>} */
const LETTERS = { dot: '●', square: '■', hexagon: '⬢', diamond: '◆', star: '★', triangle: '▲' };

/**
 * @param {HTMLElement} box
 * @param {Legend['kinds']} kinds
 * @param {Groups} groups
 * @param {[number, number] | null} years the first and last; none gives no window
 * @param {Words} words
 * @param {(choice: Choice) => void} onChange
 */
export function drawChoices(box, kinds, groups, years, words, onChange) {
  box.replaceChildren();
  /** @type {Choice} */
  const choice = { kinds: new Set(), span: null };
  drawKinds(box, kinds, groups, words, choice, onChange);
  if (years) drawWindow(box, years, words, (span) => { choice.span = span; onChange(choice); });
  return choice;
}

/** @param {HTMLElement} box @param {Legend['kinds']} kinds @param {Groups} groups @param {Words} words @param {Choice} choice @param {(choice: Choice) => void} onChange */
function drawKinds(box, kinds, groups, words, choice, onChange) {
  const bar = put(box, 'div', '', 'kinds');
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.large_kinds);
  for (const { key, name } of kinds) {
    const button = put(bar, 'button', '', 'kind');
    put(button, 'span', LETTERS[groups[key].shape]).style.color = groups[key].color.border;
    button.append(` ${name}`);
    Object.assign(button, { type: 'button', title: words.large_kinds });
    button.setAttribute('aria-pressed', 'true');
    button.onclick = () => {
      const isShown = choice.kinds.delete(key);
      if (!isShown) choice.kinds.add(key);
      button.setAttribute('aria-pressed', String(isShown));
      onChange(choice);
    };
  }
}

/** @param {HTMLElement} box @param {[number, number]} years @param {Words} words @param {(span: [number, number] | null) => void} onSpan */
function drawWindow(box, [first, last], words, onSpan) {
  const bar = put(box, 'div', '', 'years');
  const shown = put(bar, 'output', '', 'span');
  const ends = /** @type {const} */ (['large_from', 'large_until']).map((name) => {
    const input = put(bar, 'input', '');
    Object.assign(input, { type: 'range', min: String(first), max: String(last), step: '1' });
    input.value = String(name === 'large_from' ? first : last);
    input.setAttribute('aria-label', words[name]);
    return input;
  });
  const show = () => {
    const [since, until] = ends.map(({ value }) => Number(value)).sort((a, b) => a - b);
    shown.textContent = `${since}–${until}`;
    onSpan(since === first && until === last ? null : [since, until]);
  };
  shown.textContent = `${first}–${last}`;
  for (const input of ends) input.oninput = show;
}
