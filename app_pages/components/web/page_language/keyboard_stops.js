// The stops of the keyboard that Streamlit leaves out: texts that scroll, panels that open, and buttons
// that are off while their file is made.

// the tags of a multiselect come before its field, which is the better start
const STOPS = ['input', 'button', 'textarea', 'a[href]', '[tabindex="0"]']
  .map((stop) => `${stop}:not([disabled], [tabindex="-1"], [data-tag])`).join(',');
/** Panels that have had the focus: who leaves one by Tab is not brought back. @type {WeakSet<Element>} */
const entered = new WeakSet();

/** A long text that scrolls in its box is a stop of the keyboard, else its end is out of reach. */
export function makeScrollTextsFocusable() {
  for (const text of document.querySelectorAll('[data-testid="stCode"] pre')) {
    const scrolls = text.scrollHeight > text.clientHeight || text.scrollWidth > text.clientWidth;
    if (scrolls && !text.hasAttribute('tabindex')) text.setAttribute('tabindex', '0');
  }
}

/** Milliseconds without a change after which a panel is whole: its fields come one by one. */
const QUIET_MS = 200;
let timer = 0;

/** A panel that opens stands at the page's end for Tab: who opens it by keyboard is brought to it. */
export function enterOpenPanel() {
  clearTimeout(timer);
  if (!document.activeElement?.matches('[data-testid="stPopoverButton"]:focus-visible')) return;
  timer = setTimeout(enterWholePanel, QUIET_MS);
}

function enterWholePanel() {
  const panel = [...document.querySelectorAll('[data-testid="stPopoverBody"]')].at(-1);
  if (!panel || entered.has(panel)) return;
  const runs = document.querySelector('[data-testid="stApp"]:not([data-test-script-state="notRunning"])');
  const stop = panel.querySelector(STOPS);
  if (!runs && stop instanceof HTMLElement) stop.focus();
  // a panel takes no focus before it has found its place, which no change of the page tells
  if (stop && document.activeElement === stop) entered.add(panel);
  else enterOpenPanel();
}

/** What had the focus last. @type {Element | null} */
let last = null;
/** The button that had it when it was switched off. @type {HTMLButtonElement | null} */
let waiting = null;

/** A button that is off while its file is made gets the focus back, unless the reader is elsewhere by now. */
export function returnFocus() {
  const { activeElement, body } = document;
  if (activeElement !== body) last = activeElement;
  if (last instanceof HTMLButtonElement && last.disabled) waiting = last;
  else if (activeElement !== body) waiting = null;
  else if (waiting?.isConnected) waiting.focus({ preventScroll: true });
}

/** A click on the page leaves the button. */
export function leaveButton() {
  [last, waiting] = [null, null];
}
