// Scrolls the evidence of a picked thing into sight as soon as the app has answered.

const VISIBLE_SHARE = 0.6; // of the window stays for what was picked from

/** @param {string} selector @param {(panel: HTMLElement) => void} act */
function whenElementExists(selector, act, tries = 100) {
  const panel = document.querySelector(selector);
  if (panel instanceof HTMLElement) act(panel);
  else if (tries) setTimeout(() => whenElementExists(selector, act, tries - 1), 100);
}

const behaviour = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** Moves the page up until the beginning of a panel is in sight. @param {string} name */
export function reveal(name) {
  whenElementExists(`.st-key-evidence-${name}`, (panel) => {
    const top = panel.getBoundingClientRect().top - window.innerHeight * VISIBLE_SHARE;
    if (top > 0) panel.closest('[data-testid="stMain"]')?.scrollBy({ top, behavior: behaviour() });
  });
}

/** Brings the reader to a panel, with the focus. @param {string} name */
export function goTo(name) {
  whenElementExists(`.st-key-evidence-${name}`, (panel) => {
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ behavior: behaviour() });
  });
}
