// What bears out a pick stands beneath it on the page, as soon as the app has answered.

const ABOVE = 0.6; // of the window stays for what was picked from

function whenThere(selector, act, tries = 100) {
  const found = document.querySelector(selector);
  if (found) act(found);
  else if (tries) setTimeout(() => whenThere(selector, act, tries - 1), 100);
}

const behaviour = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

// The page moves up until the beginning of it is seen.
function reveal(name) {
  whenThere(`.st-key-evidence-${name}`, (panel) => {
    const top = panel.getBoundingClientRect().top - window.innerHeight * ABOVE;
    if (top > 0) panel.closest('[data-testid="stMain"]')?.scrollBy({ top, behavior: behaviour() });
  });
}

// The reader goes there, not only the page.
function goTo(name) {
  whenThere(`.st-key-evidence-${name}`, (panel) => {
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ behavior: behaviour() });
  });
}
