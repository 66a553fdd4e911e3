// Where a picker's list stands, and how a panel with a picker takes the focus.

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

/**
 * A panel that opens stands at the page's end for Tab: who opens it by keyboard is brought to it,
 * which is possible as soon as it has found its place.
 * @param {HTMLElement} root
 */
export function enterPanel(root, tries = 60) {
  const tree = root.getRootNode();
  const panel = (tree instanceof ShadowRoot ? tree.host : root).closest('[data-testid="stPopoverBody"]');
  const byKey = document.activeElement?.matches('[data-testid="stPopoverButton"]:focus-visible');
  if (!panel || !byKey || !tries) return;
  panel.querySelector('input')?.focus();
  setTimeout(() => enterPanel(root, tries - 1), 50);
}
