// The frame of every page: the link to the other language keeps the thing, statement or question.

/** The value of a part of the page's address. @param {string} name */
export const partOf = (name) => new URLSearchParams(location.search).get(name) ?? '';

/** Makes the page's links whole. */
export function openFrame() {
  const other = document.querySelector('a.language');
  if (other instanceof HTMLAnchorElement) other.href = other.href.split('?')[0] + location.search;
  const box = document.querySelector('input[name=q]');
  if (box instanceof HTMLInputElement) box.value = partOf('q');
  document.addEventListener('keydown', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== '/' || target.matches('input, textarea, select') || !(box instanceof HTMLElement)) return;
    event.preventDefault();
    box.focus();
  });
}
