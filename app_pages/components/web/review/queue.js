// The drafts that wait for a decision, in order, and the place at which the curator is.

export class Queue {
  constructor() {
    /** @type {string[]} */
    this.ids = [];
    /** @type {string | null} */
    this.currentId = null;
    /** @type {{ id: string, place: number, ids?: string[] }[]} what was decided here, the last one last */
    this.decisions = [];
  }

  /**
   * Takes over the app's order, but for what is decided or undone here and not yet written.
   * @param {string[]} ids @param {Map<string, string>} pending the last action on each draft
   * @param {string | null} [first] the draft to begin with
   */
  replace(ids, pending, first = null) {
    this.currentId ??= first;
    const { place, currentId } = this;
    const isUndone = (/** @type {string} */ id) => pending.get(id) === 'undo';
    const undone = this.ids.map((id, index) => ({ id, index })).filter(({ id }) => isUndone(id) && !ids.includes(id));
    this.ids = ids.filter((id) => !pending.has(id) || isUndone(id));
    for (const { id, index } of undone) this.ids.splice(index, 0, id);
    if (currentId === null || !this.ids.includes(currentId)) this.currentId = this.ids[Math.min(place, this.ids.length - 1)] ?? null;
  }

  get place() {
    return Math.max(0, this.currentId === null ? 0 : this.ids.indexOf(this.currentId));
  }

  /** Goes to the next or the one before. @param {number} step */
  move(step) {
    const place = Math.min(Math.max(0, this.place + step), this.ids.length - 1);
    this.currentId = this.ids[place] ?? null;
  }

  /** @param {string} id */
  go(id) {
    if (!this.ids.includes(id)) this.ids.splice(this.place, 0, id);
    this.currentId = id;
  }

  /** Takes the draft at hand out; what follows it is at hand then. */
  decide() {
    if (this.currentId === null) return;
    const place = this.place;
    this.decisions.push({ id: this.currentId, place });
    this.ids.splice(place, 1);
    this.currentId = this.ids[Math.min(place, this.ids.length - 1)] ?? null;
  }

  /** Takes several drafts out at once; undoing puts them back at once. @param {string[]} ids */
  decideAll(ids) {
    const { place } = this;
    this.decisions.push({ id: ids[0], place: this.ids.indexOf(ids[0]), ids });
    this.ids = this.ids.filter((id) => !ids.includes(id));
    if (this.currentId !== null && this.ids.includes(this.currentId)) return;
    this.currentId = this.ids[Math.min(place, this.ids.length - 1)] ?? null;
  }

  /** Puts a draft back where it was. @param {string} [id] the last one decided, if not said */
  restore(id) {
    const index = id === undefined ? this.decisions.length - 1 : this.decisions.findIndex((entry) => entry.id === id);
    const [entry] = index < 0 ? [] : this.decisions.splice(index, 1);
    if (!entry) return id === undefined ? null : (this.go(id), id);
    const missing = (entry.ids ?? [entry.id]).filter((each) => !this.ids.includes(each));
    this.ids.splice(Math.max(0, entry.place), 0, ...missing);
    this.currentId = entry.id;
    return entry.id;
  }
}
