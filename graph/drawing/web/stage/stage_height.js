// The height of the pictures of a stage: with its time control they fit in the window.

const MARGIN_PX = 14; // below the pictures

/** How far down its page an element stands, however far the page is scrolled. @param {Element} element */
function topInPage(element) {
  let top = element.getBoundingClientRect().top;
  /** @type {Node | null} */
  let at = element;
  while (at) {
    if (at instanceof Element) top += at.scrollTop;
    at = at.parentNode || (at instanceof ShadowRoot ? at.host : null);
  }
  return top;
}

/**
 * Tells when a stage has another size; `--free` is the height from the pictures to the window's end.
 * @param {HTMLElement} stage
 * @param {HTMLElement} panes
 * @param {() => void} onSize
 * @returns {() => void} ends it
 */
export function watchHeight(stage, panes, onSize) {
  let size = '';
  const look = () => {
    if (!stage.clientWidth) return;
    const free = Math.floor(window.innerHeight - topInPage(panes) - MARGIN_PX);
    panes.style.setProperty('--free', `${free}px`);
    const now = `${stage.clientWidth} ${panes.clientHeight}`;
    if (now === size) return;
    size = now;
    onSize();
  };
  const watcher = new ResizeObserver(look);
  watcher.observe(panes);
  window.addEventListener('resize', look);
  return () => {
    watcher.disconnect();
    window.removeEventListener('resize', look);
  };
}
