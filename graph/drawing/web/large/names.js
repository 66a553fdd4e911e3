// The names of a large network that have room: the most important first, none over another.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Room */

const CELL_PX = 64; // the square in which names look for others

/** Rooms that are taken, in squares, so that a name is compared with few others. */
export class TakenBoxes {
  constructor() {
    /** @type {Map<number, Room[]>} */
    this.squares = new Map();
  }

  /** @param {Room} room */
  *keysOf({ left, top, right, bottom }) {
    for (let across = Math.floor(left / CELL_PX); across <= right / CELL_PX; across += 1)
      for (let down = Math.floor(top / CELL_PX); down <= bottom / CELL_PX; down += 1) yield across * 4096 + down;
  }

  /** Whether a room overlaps one that is taken. @param {Room} room */
  overlaps(room) {
    for (const key of this.keysOf(room)) {
      for (const other of this.squares.get(key) ?? []) {
        if (room.left < other.right && other.left < room.right && room.top < other.bottom && other.top < room.bottom) return true;
      }
    }
    return false;
  }

  /** @param {Room} room */
  take(room) {
    for (const key of this.keysOf(room)) {
      const rooms = this.squares.get(key);
      if (rooms) rooms.push(room);
      else this.squares.set(key, [room]);
    }
  }
}

/**
 * The names that have room beside their signs, of those given in the order of their importance.
 * @template {{ x: number, y: number, radius: number, width: number }} T
 * @param {Iterable<T>} signs in pixels of the screen
 * @param {number} height of a name
 * @param {number} most so many at most
 * @returns {T[]}
 */
export function namesWithRoom(signs, height, most) {
  const taken = new TakenBoxes();
  /** @type {T[]} */
  const named = [];
  for (const sign of signs) {
    const left = sign.x + sign.radius + 3, top = sign.y - height / 2;
    const room = { left: left - 2, top, right: left + sign.width + 4, bottom: top + height };
    if (taken.overlaps(room)) continue;
    taken.take({ ...room, left: sign.x - sign.radius });
    named.push(sign);
    if (named.length >= most) break;
  }
  return named;
}
