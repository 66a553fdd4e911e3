// Notes pinned to things: a short text beside a thing of a network or a map, which moves with it.

import { put } from './dom.js';

/** @import { Note } from '../types' */

/** @typedef {{ x: number, y: number } | null} Spot where a note begins, in pixels of the frame */

/** The name of a thing of a stage. @param {{ network: { nodes: { id: string, title: string }[] } }} data @param {string} thing */
export function nameOn({ network }, thing) {
  return network.nodes.find(({ id }) => id === thing)?.title.split(' · ')[0] ?? '';
}

/** Pixels between a thing and its note, and the width of the tip that points to the thing. */
const GAP = 12, TIP = 12;

export class Pins {
  /**
   * @param {HTMLElement} frame
   * @param {(thing: string) => Spot} locate the spot of a thing, or none if it is not drawn
   * @param {(thing: string) => string} [nameOf] the name of a thing that never has a spot here, else empty
   */
  constructor(frame, locate, nameOf = () => '') {
    this.frame = frame;
    this.locate = locate;
    this.nameOf = nameOf;
    /** @type {{ thing: string, element: HTMLElement }[]} */
    this.pins = [];
  }

  /** @param {Note[]} notes */
  show(notes) {
    for (const { element } of this.pins) element.remove();
    this.pins = notes.map(({ thing, text }) => {
      const name = this.nameOf(thing); // a note of what has no spot stands in a corner, with the name
      const element = put(this.frame, 'p', name ? `${name} · ${text}` : text, name ? 'pin loose' : 'pin');
      element.dataset.thing = thing;
      return { thing, element };
    });
    this.place();
  }

  /** Puts each note at its thing; a note of a thing that is not drawn is not shown either. */
  place() {
    const { clientWidth, clientHeight } = this.frame;
    let top = 8;
    for (const { thing, element } of this.pins) {
      if (element.classList.contains('loose')) {
        Object.assign(element.style, { right: '8px', top: `${top}px` });
        top += element.offsetHeight + 6;
        continue;
      }
      const spot = this.locate(thing);
      element.hidden = !spot || spot.x < 0 || spot.y < 0 || spot.x > clientWidth || spot.y > clientHeight;
      if (!spot || element.hidden) continue;
      const left = Math.max(0, Math.min(spot.x - 14, clientWidth - element.offsetWidth - 4));
      const isLow = spot.y + GAP + element.offsetHeight > clientHeight;
      element.classList.toggle('raised', isLow);
      element.style.left = `${left}px`;
      element.style.setProperty('--tip', `${Math.min(spot.x - left, element.offsetWidth - TIP) - TIP / 2}px`);
      element.style.top = `${isLow ? Math.max(0, spot.y - element.offsetHeight - 34) : spot.y}px`;
    }
  }
}
