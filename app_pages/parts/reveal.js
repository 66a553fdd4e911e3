// What bears out a pick stands beneath it: the page moves up until the beginning of it is seen.

const ABOVE = 0.6; // of the window stays for what was picked from

function reveal(name, tries = 50) { // the app answers in its own time
  const panel = document.querySelector(`.st-key-evidence-${name}`);
  if (!panel) {
    if (tries) setTimeout(() => reveal(name, tries - 1), 100);
    return;
  }
  const top = panel.getBoundingClientRect().top - window.innerHeight * ABOVE;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (top > 0) panel.closest('[data-testid="stMain"]')?.scrollBy({ top, behavior });
}
