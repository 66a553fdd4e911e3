// Notes pinned to things: a short text beside a thing of a network or a map, which moves with it.

import { put } from './dom.js';

/** @import { Note } from '../types' */

/** @typedef {{ x: number, y: number } | null} Spot where a note begins, in pixels of the frame */

export class Pins {
  /**
   * @param {HTMLElement} frame
   * @param {(thing: string) => Spot} locate the spot of a thing, or none if it is not drawn
   */
  constructor(frame, locate) {
    this.frame = frame;
    this.locate = locate;
    /** @type {{ thing: string, element: HTMLElement }[]} */
    this.pins = [];
  }

  /** @param {Note[]} notes */
  show(notes) {
    for (const { element } of this.pins) element.remove();
    this.pins = notes.map(({ thing, text }) => {
      const element = put(this.frame, 'p', text, 'pin');
      element.dataset.thing = thing;
      return { thing, element };
    });
    this.place();
  }

  /** Puts each note at its thing; a note of a thing that is not drawn is not shown either. */
  place() {
    const { clientWidth, clientHeight } = this.frame;
    for (const { thing, element } of this.pins) {
      const spot = this.locate(thing);
      element.hidden = !spot || spot.x < 0 || spot.y < 0 || spot.x > clientWidth || spot.y > clientHeight;
      if (!spot || element.hidden) continue;
      const left = Math.max(0, Math.min(spot.x - 14, clientWidth - element.offsetWidth - 4));
      const isLow = spot.y + element.offsetHeight > clientHeight;
      element.classList.toggle('raised', isLow);
      element.style.left = `${left}px`;
      element.style.top = `${isLow ? Math.max(0, spot.y - element.offsetHeight - 34) : spot.y}px`;
    }
  }
}
