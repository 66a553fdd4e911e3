// Network, map and curve under one time control. Knows neither Streamlit nor any file: it draws
// into an element what stage.py has worked out, and tells what is picked and where it stands.

const RANK = { certain: 0, possible: 1, undated: 2 };
const LAYOUTS = ['all', 'network', 'map', 'curve'];
// What adds up to all links, in words with a sample of how each is drawn.
const SAMPLE = (inner) => `<svg viewBox="0 0 34 14" aria-hidden="true">${inner}</svg>`;
const SUM = [
  ['certain', SAMPLE('<path d="M1 7H33"/>'), '+'],
  ['possible', SAMPLE('<path class="pale" d="M1 7H33"/><text x="17" y="12">?</text>'), '+'],
  ['undated', SAMPLE('<path class="pale" d="M1 7H33"/>'), '+'],
  ['later', '', '+'],
  ['left_out', '', '='],
  ['whole', '', ''],
];
const QUIET = 600; // milliseconds after which a moment is told to whoever listens

function stateAt({ dated, at: [possible, certain] }, now) {
  if (!dated) return 'undated';
  if (certain !== null && certain <= now) return 'certain';
  return possible !== null && possible <= now ? 'possible' : null;
}

function openStage(root, data, theme, listener) {
  root.replaceChildren();
  const { words, lines } = data;
  const colours = { ...data.themes[theme], font: getComputedStyle(root).fontFamily || 'sans-serif' };
  const titles = new Map(lines.map(({ id, title }) => [id, title]));
  const says = new Map(lines.map(({ id, said }) => [id, said]));
  let undated = true, layout = 'all', told = null, picked = null;
  const hooks = { titles, says, colours, groups: data.groups[theme], onPick: (one, from) => { pick(one, from); tell('onPick', one); } };
  const tell = (name, ...values) => listener[name]?.(...values);

  const stage = put(root, 'div', '', `stage ${theme}`);
  stage.setAttribute('role', 'group');
  stage.setAttribute('aria-label', words.stage);
  const bar = put(stage, 'div', '', 'clock');
  const counts = put(stage, 'p', '', 'counts');
  counts.setAttribute('aria-live', 'polite');
  const panes = put(stage, 'div', '', 'panes');
  const pane = (name) => {
    const section = put(panes, 'section', '', `pane pane-${name}`);
    section.setAttribute('aria-label', words[`layout_${name}`]);
    return section;
  };
  const sight = pane('network');
  const network = netPane(sight, data, hooks);
  const land = pane('map');
  const signs = put(land, 'div', '', 'legend'); // of all moments: the map beneath it does not move
  const atlas = atlasPane(land, data, hooks);
  if (atlas) drawLegend(signs, legendOn(data.atlas.arcs), hooks.groups, colours);
  const curve = curvePane(pane('curve'), data, hooks);
  panes.style.setProperty('--whole', `${network.whole}px`); // beside a map it gets the room that it needs
  panes.style.setProperty('--tall', `${network.tall}px`);
  const over = put(panes, 'div', '', 'over'); // as large as the pictures, so that the drawer stays in sight
  sight.after(over); // and next to the network for Tab
  const drawer = put(over, 'aside', '', 'evidence');
  drawer.hidden = true;
  drawTrays(put(stage, 'div', '', 'trays'), data, hooks);
  let stood = new Map(), drawnNow = new Map(), shownAt = 0;
  const where = (name) => stage.querySelector(`.pane-${name} .top`);
  saveButtons(where('network'), words.layout_network, words, () => sheet('network'));
  if (atlas) saveButtons(where('map'), words.layout_map, words, () => sheet('map'));
  saveButtons(where('curve'), words.layout_curve, words, () => sheet('curve'));

  // The map's arcs are of some of the types and stances only.
  function legendOn(arcs) {
    const { legend } = data.picture;
    const hues = new Set(arcs.map(({ color }) => color)), dashes = new Set(arcs.map((arc) => String(arc.dashes)));
    return {
      kinds: [],
      lines: legend.lines.filter(({ color }) => hues.has(color)),
      stances: legend.stances.filter((stance) => dashes.has(String(stance.dashes))),
    };
  }

  function legendFor(name) {
    return name === 'map' ? legendOn(data.atlas.arcs.filter(({ id }) => drawnNow.get(id))) : data.picture.legend;
  }

  // A picture as it stands at the moment, on a white page.
  function sheet(name) {
    const light = { ...hooks, groups: data.groups.light, colours: { ...data.themes.light, font: TYPE } };
    const own = { ...data, letter: WRITING };
    const make = {
      network: () => network.picture(light.groups),
      map: () => asideOf(stage, 'map', Math.round(SHEET * data.atlas.height / data.atlas.width), (pane, size) => {
        const one = atlasPane(pane, own, light); size(); one.fit(); one.show(drawnNow, new Set());
      }),
      curve: () => asideOf(stage, 'curve', 480, (pane, size) => {
        const one = curvePane(pane, own, light); size(); one.show(shownAt);
      }),
    }[name];
    const year = data.years[shownAt];
    const when = data.years.length ? `${words.by_the_end.replace('{year}', year)}${words.colon}` : '';
    const { curves, curve: { title, undated: dateless } } = data;
    const aboutCurve = curves.length
      ? [...curves.map((one) => `${one.name}${words.colon}${numbersOf(one, shownAt, words)}`), words.curves_help]
      : [`${words.curve_help}${words.stop}${dateless.length ? ` ${words.undated}${words.colon}${dateless.join(words.comma)}` : ''}`];
    return sheetOf({
      name: ['learned-from', name, year].filter(Boolean).join('-'),
      heading: name === 'curve' ? (curves.length ? words.curves_title : title) : data.about.title,
      picture: make(),
      legend: name === 'curve' ? [] : legendOf(legendFor(name), name === 'network' && light.groups, [...drawnNow.values()], words),
      notes: [
        ...(name === 'curve' ? aboutCurve : [when + inWords(countsOf(stood))]),
        ...(name === 'map' ? [data.atlas.beside.length ? `${words.beside_map}${words.colon}${data.atlas.beside.length}` : '', data.atlas.credit] : []),
        `${data.about.title} · ${data.about.source}`,
      ],
    });
  }

  function move(now, before, playing) {
    const states = new Map(lines.map((line) => [line.id, stateAt(line, now)]));
    const drawn = new Map([...states].map(([id, state]) => [id, state === 'undated' && !undated ? null : state]));
    const fresh = new Set(now === before + 1
      ? lines.filter((line) => states.get(line.id) !== stateAt(line, before)).map(({ id }) => id) : []);
    [stood, drawnNow, shownAt] = [states, drawn, now];
    network.show(drawn, fresh);
    if (atlas) atlas.show(drawn, fresh);
    curve.show(now);
    sayCounts(states);
    stage.dataset.moment = data.years.length ? String(data.years[now]) : '';
    clearTimeout(told);
    if (!playing) told = setTimeout(() => tell('onMoment', data.years[now] ?? null, now === data.years.length - 1), QUIET);
  }

  function countsOf(states) {
    const number = (wanted) => [...states.values()].filter((state) => state === wanted).length;
    return { certain: number('certain'), possible: number('possible'), undated: number('undated'),
      later: number(null), left_out: data.left_out, whole: data.whole };
  }

  const counted = (key, values) => words[`sum_${key}`].replace('{count}', values[key]);
  const inWords = (values) => SUM.map(([key, , sign]) => `${counted(key, values)} ${sign}`).join(' ').trim();

  function sayCounts(states) {
    const values = countsOf(states);
    counts.replaceChildren();
    SUM.forEach(([key, sample, sign]) => {
      const one = put(counts, 'span', '');
      one.innerHTML = sample; // our own shapes only
      one.append(counted(key, values), ` ${sign}`);
    });
    Object.assign(counts.dataset, values);
  }

  const clock = timeControl(bar, data, move);
  drawSwitches();

  function drawSwitches() {
    const row = put(bar, 'div', '', 'switches');
    const label = put(row, 'label', '', 'switch');
    const box = put(label, 'input', '');
    Object.assign(box, { type: 'checkbox', checked: undated, disabled: !lines.some(({ dated }) => !dated) });
    box.onchange = () => { setUndated(box.checked); tell('onUndated', undated); };
    put(label, 'span', words.show_undated);
    const group = put(row, 'div', '', 'layouts');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', words.layout);
    for (const name of LAYOUTS.filter((one) => one !== 'map' || atlas)) {
      const button = put(group, 'button', words[`layout_${name}`], 'quiet');
      Object.assign(button, { type: 'button', onclick: () => { setLayout(name); tell('onLayout', name); } });
      button.dataset.layout = name;
    }
    const full = put(row, 'button', words.full_screen, 'quiet full');
    full.type = 'button';
    full.onclick = () => (fullScreenOf(stage) ? document.exitFullscreen() : stage.requestFullscreen?.());
  }

  function setUndated(shown) {
    undated = shown;
    bar.querySelector('.switch input').checked = shown;
    clock.go(clock.now(), true);
  }

  function setLayout(name) {
    layout = LAYOUTS.includes(name) ? name : 'all';
    stage.dataset.layout = layout;
    for (const button of bar.querySelectorAll('.layouts button')) button.setAttribute('aria-pressed', String(button.dataset.layout === layout));
    fit();
  }

  function pick(one, from) {
    picked = one;
    drawer.classList.toggle('left', from === 'map' && layout === 'all');
    const holdsFocus = drawer.contains(drawer.getRootNode().activeElement);
    showEvidence(drawer, data, one, () => hooks.onPick(null), listener.onEvidence && toEvidence);
    if (holdsFocus && drawer.hidden) sight.querySelector('.net').focus({ preventScroll: true });
    network.pick(one);
    if (atlas) atlas.pick(one);
    for (const chip of stage.querySelectorAll('.chip')) chip.classList.toggle('chosen', Boolean(one) && chip.dataset.line === one.edge);
  }

  // All that bears it out stands on the page, which a full screen hides.
  async function toEvidence() {
    if (fullScreenOf(stage)) await document.exitFullscreen();
    listener.onEvidence();
  }

  function fit() {
    if (!stage.clientWidth) return;
    network.fit();
    if (atlas) atlas.fit();
    curve.fit();
  }

  stage.onkeydown = (event) => {
    if (event.key === 'Escape' && picked) hooks.onPick(null);
    const inField = event.target.matches?.('input[type=checkbox]');
    const act = { ' ': clock.toggle, ',': () => clock.step(-1), '.': () => clock.step(1) }[event.key];
    if (!act || inField || (event.key === ' ' && event.target.matches?.('button'))) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  let width = 0;
  const watch = new ResizeObserver(() => {
    const size = stage.clientWidth * 10000 + stage.clientHeight;
    if (Math.abs(size - width) > 1) { width = size; fit(); }
  });
  watch.observe(panes);
  setLayout('all');
  clock.go(data.years.length - 1, true);
  return {
    pick, setLayout, setUndated, now: clock.now, step: clock.step, toggle: clock.toggle,
    go: (year) => { const at = data.years.indexOf(year); clock.stop(); clock.go(at < 0 ? data.years.length - 1 : at, true); },
    close: () => { clock.stop(); clearTimeout(told); watch.disconnect(); },
  };
}

// What bears out a line, or all lines of a thing: who says so, where, when and how firmly.
function showEvidence(drawer, data, picked, onClose, onMore) {
  const { node, edge } = picked || {};
  const chosen = data.lines.filter(({ id, ends }) => id === edge || ends.includes(node));
  const ids = [...new Set(chosen.flatMap(({ statements }) => statements))];
  drawer.replaceChildren();
  drawer.hidden = !ids.length;
  if (!ids.length) return;
  const { words } = data;
  const close = put(drawer, 'button', '×', 'quiet close');
  Object.assign(close, { type: 'button', title: words.close, onclick: onClose });
  close.setAttribute('aria-label', words.close);
  const named = data.picture.nodes.find(({ id }) => id === node);
  put(drawer, 'h2', named ? named.title : chosen[0].said);
  if (onMore) {
    const more = put(drawer, 'button', words.more_evidence, 'quiet');
    Object.assign(more, { type: 'button', onclick: onMore });
  }
  for (const id of ids) {
    const one = data.statements[id];
    const card = put(drawer, 'div', '', 'said');
    put(card, 'b', one.said);
    put(card, 'div', `${one.stance} · ${one.when}`);
    for (const spot of one.spots) put(card, 'div', `${one.source} · ${spot}`, 'spot');
  }
}

function fullScreenOf(element) {
  const root = element.getRootNode();
  return root.fullscreenElement === element;
}

// What is in no picture in the order of time, or not on the map: listed, never dropped.
function drawTrays(box, data, hooks) {
  const undated = data.lines.filter(({ dated }) => !dated).map(({ id }) => [id, '']);
  drawTray(box, data.words.tray, undated, hooks, 'undated');
  if (data.atlas && data.atlas.beside.length) {
    const why = { same: data.words.beside_same, nowhere: data.words.beside_nowhere };
    drawTray(box, data.words.beside_map, data.atlas.beside.map(({ id, why: one }) => [id, why[one]]), hooks, 'beside');
  }
}

function drawTray(box, title, items, hooks, name) {
  const tray = put(box, 'details', '', `tray tray-${name}`);
  put(tray, 'summary', `${title} · ${items.length}`);
  const list = put(tray, 'ul', '');
  for (const [id, why] of items) {
    const chip = put(put(list, 'li', ''), 'button', hooks.says.get(id) + (why ? ` — ${why}` : ''), 'chip');
    Object.assign(chip, { type: 'button', onclick: () => hooks.onPick({ edge: id }) });
    chip.dataset.line = id;
  }
}
