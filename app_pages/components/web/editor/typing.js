// The text box of the query: what keys do, and how text is put in so that it can be undone.

import { choicesAt } from './choices.js';
import { Layer } from './layer.js';
import { List } from './list.js';

/** @import { Schema } from './types' */

/**
 * Puts text in the place of another, as if typed: the page's own code sees it, and it can be undone.
 * @param {HTMLTextAreaElement} box @param {number} start @param {number} end @param {string} text
 */
export function insertText(box, start, end, text) {
  box.focus();
  box.setSelectionRange(start, end);
  if (document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, start, end, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

export class Typing {
  /**
   * @param {HTMLTextAreaElement} box
   * @param {{ language: string, schema: Schema, words: Record<string, string>, isDark: boolean }} setting
   * @param {{ changed: () => void, run: () => void, leave: () => void }} acts
   */
  constructor(box, setting, acts) {
    this.box = box;
    this.setting = setting;
    this.acts = acts;
    this.layer = new Layer(box, setting.isDark);
    this.list = new List(box, setting.words.choices, setting.isDark, (place) => this.take(place));
    this.ends = new AbortController();
    const { signal } = this.ends;
    box.spellcheck = false;
    box.addEventListener('input', (event) => this.typed(/** @type {InputEvent} */ (event)), { signal });
    box.addEventListener('keydown', (event) => this.key(event), { signal });
    box.addEventListener('blur', () => this.list.close(), { signal });
    box.addEventListener('click', () => this.list.close(), { signal });
  }

  /** @param {InputEvent} event */
  typed(event) {
    this.acts.changed();
    if (event.isComposing || event.inputType?.startsWith('delete') || document.activeElement !== this.box) this.list.close();
    else this.offer(false);
  }

  /** @param {boolean} isAsked */
  offer(isAsked) {
    const { box, setting } = this;
    const caret = box.selectionEnd;
    const choices = choicesAt(box.value, caret, setting.language, setting.schema);
    const typed = box.value.slice(choices.start, caret);
    const isDone = choices.items.length && choices.items[0].insert === typed;
    if ((isAsked || (choices.opens && !isDone)) && choices.items.length) this.list.show(choices, this.layer.spot(choices.start));
    else this.list.close();
  }

  /** @param {number} place */
  take(place) {
    const { start, items } = this.list.choices;
    const end = this.box.selectionEnd;
    this.list.close();
    if (items[place]) insertText(this.box, start, end, items[place].insert);
    this.list.close();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { key } = event;
    if (event.isComposing) return;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) { this.list.close(); this.acts.run(); return; }
    if (key === ' ' && event.ctrlKey) this.offer(true);
    else if (this.list.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) this.list.go(this.list.at + (key === 'ArrowDown' ? 1 : -1));
    else if (this.list.isOpen && (key === 'Enter' || key === 'Tab') && !event.shiftKey) this.take(this.list.at);
    else if (key === 'Escape' && this.list.isOpen) this.list.close();
    else if (key === 'Escape') this.acts.leave();
    else {
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) this.list.close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  stop() {
    this.ends.abort();
    this.list.close();
    this.list.node.remove();
    this.layer.remove();
  }
}
