// Positions the list of a picker.

// The list lies above all else on the page, below its field or, without room there, above it.
/** @param {HTMLElement} list @param {HTMLElement} box */
export function place(list, box) {
  const { left, top, bottom, width } = box.getBoundingClientRect();
  const below = window.innerHeight - bottom - 12;
  const isBelow = below > 220 || below > top;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.maxHeight = `${Math.min(380, isBelow ? below : top - 12)}px`;
  list.style.top = isBelow ? `${bottom + 4}px` : 'auto';
  list.style.bottom = isBelow ? 'auto' : `${window.innerHeight - top + 4}px`;
}
