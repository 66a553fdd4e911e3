// A talk: one step at a time, its stage, its caption and what bears it out. By keyboard, clicker
// or mouse. Knows neither Streamlit nor any file: it draws into an element what slides.py gives.

const KEYS = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
  Home: 'first', End: 'last', f: 'full', l: 'language', e: 'evidence', Escape: 'close',
};
const ALWAYS = ['PageDown', 'PageUp', 'Escape']; // a clicker's keys, wherever the focus is

function openTalk(root, talk, theme, stand, listener) {
  root.replaceChildren();
  let { at = 0, language = 'zh' } = stand, stage = null, drawn = null;
  const last = talk.steps.length - 1;
  const page = put(root, 'section', '', `talk ${theme}`);
  const bar = put(page, 'div', '', 'talk-bar');
  const title = put(bar, stand.heading || 'h1', '');
  const number = put(bar, 'output', '', 'talk-number');
  const box = put(page, 'div', '', 'box talk-box');
  const foot = put(page, 'div', '', 'talk-foot');
  const caption = put(foot, 'p', '', 'talk-caption');
  caption.setAttribute('aria-live', 'polite');
  const panel = put(page, 'section', '', 'talk-panel');
  panel.hidden = true;

  const acts = {
    next: () => go(at + 1), back: () => go(at - 1), first: () => go(0), last: () => go(last),
    full: () => (fullScreenOf(page) ? document.exitFullscreen() : page.requestFullscreen?.()),
    language: () => { language = language === 'zh' ? 'en' : 'zh'; show(); tell(); },
    evidence: () => { panel.hidden = !panel.hidden; page.classList.remove('picked'); label(); if (!panel.hidden) panel.focus(); },
    close: () => { panel.hidden = true; page.classList.remove('picked'); label(); },
  };
  const buttons = ['back', 'next', 'evidence', 'language', 'full'].map((name) => {
    const button = put(bar, 'button', '', `quiet talk-${name}`);
    Object.assign(button, { type: 'button', onclick: acts[name] });
    return [name, button];
  });
  panel.tabIndex = -1;

  const tell = () => listener.onStep?.(at, language);

  function go(step) {
    const to = Math.max(0, Math.min(last, step));
    if (to === at) return;
    at = to;
    show();
    tell();
  }

  function stageOf(index) {
    const own = talk.stages[language][index];
    const atlas = own.atlas && { ...talk.ground[language], ...own.atlas };
    return { ...talk.shared[language], ...own, atlas };
  }

  function show() {
    const step = talk.steps[at], key = `${language} ${step.stage}`;
    page.lang = language === 'zh' ? 'zh-Hans' : 'en';
    title.textContent = talk.title[language];
    number.textContent = `${at + 1} / ${last + 1}`;
    caption.textContent = step.caption[language];
    page.classList.remove('picked');
    drawEvidence(step);
    label();
    page.dataset.step = String(at + 1);
    if (key !== drawn) redraw(step, key);
    stage.setLayout(step.layout);
    stage.setUndated(step.undated);
    stage.go(step.year);
    stage.pick(step.picked);
  }

  function redraw(step, key) {
    if (stage) stage.close();
    const data = stageOf(step.stage);
    page.classList.toggle('still', data.years.length < 2);
    stage = openStage(box, data, theme, {
      onPick: (picked) => { panel.hidden = true; page.classList.toggle('picked', Boolean(picked)); label(); },
    });
    drawn = key;
  }

  function drawEvidence(step) {
    const { evidence } = talk.texts[language];
    panel.replaceChildren();
    panel.setAttribute('aria-label', evidence);
    put(panel, 'h2', evidence);
    const list = put(panel, 'ol', '');
    for (const cited of step.evidence[language]) put(list, 'li', cited);
  }

  function label() {
    const texts = talk.texts[language];
    for (const [name, button] of buttons) {
      button.textContent = texts[`sign_${name}`];
      button.title = texts[name];
      button.setAttribute('aria-label', texts[name]);
    }
    const signs = Object.fromEntries(buttons);
    signs.back.disabled = at === 0;
    signs.next.disabled = at === last;
    signs.evidence.textContent = `${texts.sign_evidence} ${talk.steps[at].evidence[language].length}`;
    signs.evidence.setAttribute('aria-expanded', String(!panel.hidden));
  }

  // Before the stage sees it: in a talk these keys are the speaker's.
  function onKey(event) {
    if (!root.isConnected) { document.removeEventListener('keydown', onKey, true); return; }
    if (!event.composedPath().includes(root) && event.target !== document.body) return;
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const target = event.composedPath()[0];
    const isOwn = target.matches?.('button, summary') ? [' ', 'Enter'] : target.matches?.('input, textarea, select')
      ? Object.keys(KEYS).filter((key) => !ALWAYS.includes(key)) : [];
    const scrolls = panel.contains(target) && event.key.startsWith('Arrow');
    if (!name || isOwn.includes(event.key) || scrolls || event.ctrlKey || event.metaKey || event.altKey) return;
    if (name === 'close' && panel.hidden && !page.classList.contains('picked')) return;
    acts[name]();
    event.preventDefault();
    event.stopPropagation();
  }

  document.addEventListener('keydown', onKey, true);
  show();
  return {
    go, now: () => at, language: () => language,
    close: () => { document.removeEventListener('keydown', onKey, true); stage?.close(); },
  };
}

// The page of an exported talk: it follows the theme of the system and the reader's language.
function openTalkPage(talk) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.querySelector('main');
  let open = null;
  let stand = { at: 0, language: (navigator.language || 'zh').startsWith('zh') ? 'zh' : 'en' };
  const tell = (at, language) => {
    stand = { at, language };
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    document.title = talk.title[language];
  };
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light', { style } = document.documentElement;
    const colours = talk.shared.zh.themes[theme];
    style.setProperty('--ground', colours.ground);
    style.setProperty('--text', colours.text);
    open?.close();
    open = openTalk(root, talk, theme, stand, { onStep: tell });
    root.talk = open;
  };
  dark.addEventListener('change', paint);
  tell(stand.at, stand.language);
  paint();
  document.body.dataset.ready = String(talk.steps.length);
}
