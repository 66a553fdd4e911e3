// The map of a stage: outlines, a dot for each spot, an arc for each line, names that never overlap.

const DOT = 6, NAME = 15;

function drawGround(parent, ground) {
  for (const { d } of ground.areas) draw(parent, 'path', { d }, 'area');
  for (const d of ground.borders) draw(parent, 'path', { d }, 'border');
}

// A bent line from one dot to another; those between the same two dots bend ever more.
function bend([x, y], [u, v], rank) {
  const far = Math.hypot(u - x, v - y) || 1;
  const away = far * (0.16 + 0.11 * rank) + 6;
  const over = [(x + u) / 2 + ((v - y) / far) * away, (y + v) / 2 - ((u - x) / far) * away];
  const back = Math.hypot(u - over[0], v - over[1]) || 1;
  const tip = [u - ((u - over[0]) / back) * (DOT + 3), v - ((v - over[1]) / back) * (DOT + 3)];
  const middle = [0.25 * x + 0.5 * over[0] + 0.25 * tip[0], 0.25 * y + 0.5 * over[1] + 0.25 * tip[1]];
  return { d: `M${x} ${y}Q${over[0]} ${over[1]} ${tip[0]} ${tip[1]}`, middle, tip, turn: Math.atan2(v - over[1], u - over[0]) };
}

// Where a name may stand about its dot, the best first: [across, down] in units of its own size.
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];

function placeNames(dots, shut, width, height, letter, measure) {
  const taken = [...shut, ...dots.map(({ x, y }) => [x - DOT, y - DOT, x + DOT, y + DOT])];
  const free = ([l, t, r, b]) => l > 2 && t > 2 && r < width - 2 && b < height - 2 &&
    taken.every(([left, top, right, bottom]) => r < left || l > right || b < top || t > bottom);
  for (const dot of dots) {
    const wide = measure(dot.name), high = letter * 1.15;
    for (const [far, [across, down]] of [4, 20, 44].flatMap((gap) => SIDES.map((side) => [gap, side]))) {
      const left = dot.x + (across > 0 ? DOT + far : across < 0 ? -DOT - far - wide : -wide / 2);
      const middle = dot.y + down * (DOT + far + high / 2);
      const box = [left, middle - high / 2, left + wide, middle + high / 2];
      if (!free(box)) continue;
      taken.push(box);
      dot.label = { x: left, y: middle, far: far > 4, wide };
      break;
    }
  }
}

function atlasPane(pane, data, hooks) {
  const { atlas, words, letter = NAME } = data;
  if (!atlas) { put(pane, 'p', words.no_map, 'note'); return null; }
  const frame = put(pane, 'div', '', 'frame');
  const svg = draw(frame, 'svg', { role: 'group', 'aria-label': words.map_help }, 'atlas');
  const earth = draw(svg, 'g', {}, 'earth');
  drawGround(earth, atlas);
  const over = draw(svg, 'g', {});
  const corner = atlas.inset ? draw(frame, 'svg', { 'aria-hidden': 'true' }, 'atlas inset') : null;
  if (corner) {
    corner.setAttribute('viewBox', `0 0 ${atlas.inset.width} ${atlas.inset.height}`);
    drawGround(corner, atlas.inset);
  }
  const buttons = put(frame, 'div', '', 'zoom');
  put(put(pane, 'div', '', 'top foot'), 'p', atlas.credit, 'credit');
  const measure = put(document.createElement('p'), 'canvas', '').getContext('2d');
  const spots = new Map(atlas.spots.map((spot) => [spot.id, spot]));
  let inset = null, view = { scale: 1, x: 0, y: 0 }, states = new Map(), fresh = new Set(), picked = null;

  const size = () => [frame.clientWidth, frame.clientHeight];
  const seen = ([x, y]) => [x * view.scale + view.x, y * view.scale + view.y];

  function fit() {
    const [width, height] = size();
    const scale = Math.min(width / atlas.width, height / atlas.height);
    view = { scale, x: (width - atlas.width * scale) / 2, y: (height - atlas.height * scale) / 2, least: scale };
    if (corner) {
      const wide = Math.max(64, atlas.inset.width * scale), right = Math.max(6, (width - atlas.width * scale) / 2);
      inset = [width - right - wide, height - 6 - (wide * atlas.inset.height) / atlas.inset.width, wide];
      Object.assign(corner.style, { left: `${inset[0]}px`, top: `${inset[1]}px`, width: `${wide}px` });
    }
    paint();
  }

  // As near as shows all that is drawn at any moment.
  function near() {
    const [width, height] = size();
    if (!atlas.spots.length || !width) return;
    const xs = atlas.spots.map(({ at }) => at[0]), ys = atlas.spots.map(({ at }) => at[1]);
    const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
    const scale = Math.min(view.least * 12, (width - 220) / Math.max(1, right - left), (height - 200) / Math.max(1, bottom - top));
    view = { ...view, scale: Math.max(view.least, scale) };
    view.x = width / 2 - ((left + right) / 2) * view.scale;
    view.y = height / 2 - ((top + bottom) / 2) * view.scale;
    paint();
  }

  function zoom(by, x, y) {
    const scale = Math.min(view.least * 12, Math.max(view.least, view.scale * by));
    const ratio = scale / view.scale;
    if (scale === view.least) { fit(); return; }
    view = { ...view, scale, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio };
    paint();
  }

  function arcAt(arc) {
    const state = states.get(arc.id);
    if (!state) return;
    const { d, middle, tip, turn } = bend(seen(spots.get(arc.from).at), seen(spots.get(arc.to).at), arc.rank);
    const chosen = picked && (picked.edge === arc.id);
    const group = draw(over, 'g', { tabindex: 0, role: 'button', 'data-line': arc.id, style: `--hue:${shadeOf(arc.color, hooks.colours)}` },
      `arc ${state}${fresh.has(arc.id) ? ' fresh' : ''}${chosen ? ' chosen' : ''}`);
    const title = hooks.titles.get(arc.id);
    group.setAttribute('aria-label', title);
    draw(group, 'title', {}).textContent = title;
    draw(group, 'path', { d }, 'hold');
    const line = { d, 'stroke-width': Math.max(1.6, arc.width * 0.75) };
    if (arc.dashes) line['stroke-dasharray'] = arc.dashes.join(' ');
    else line.pathLength = 1;
    draw(group, 'path', line, `line${arc.dashes ? '' : ' solid'}`);
    if (arc.pointed) draw(group, 'path', { d: point(tip, turn, 7 + arc.width) }, 'tip');
    if (state === 'possible') draw(group, 'text', { x: middle[0], y: middle[1] + 7 }, 'mark').textContent = '?';
    if (fresh.has(arc.id)) {
      const runner = draw(group, 'circle', { r: 5 }, 'runner');
      draw(runner, 'animateMotion', { path: d, dur: '0.9s', fill: 'freeze', calcMode: 'spline', keyTimes: '0;1', keySplines: '.4 0 .2 1', begin: 'indefinite' })
        .beginElement?.();
    }
    group.onclick = () => hooks.onPick({ edge: arc.id }, 'map');
    group.onkeydown = (event) => {
      if (event.key !== 'Enter') return;
      hooks.onPick({ edge: arc.id }, 'map');
      event.preventDefault();
    };
  }

  function dotAt(dot) {
    const group = draw(over, 'g', { 'data-spot': dot.id }, `dot ${dot.state}${dot.origin ? ' origin' : ''}`);
    draw(group, 'title', {}).textContent = dot.name;
    if (dot.origin) {
      draw(group, 'circle', { cx: dot.x, cy: dot.y, r: DOT + 5 }, 'ring');
      draw(group, 'circle', { cx: dot.x, cy: dot.y, r: DOT + 1 });
    } else draw(group, 'circle', { cx: dot.x, cy: dot.y, r: DOT });
    if (!dot.label) return;
    const { x, y, far, wide } = dot.label;
    if (far) draw(group, 'path', { d: `M${dot.x} ${dot.y}L${Math.max(x, Math.min(dot.x, x + wide))} ${y}` }, 'leader');
    draw(group, 'text', { x, y: y + letter * 0.36, 'font-size': letter }, 'name').textContent = dot.name;
    group.onclick = () => hooks.onPick({ node: dot.codes[0] }, 'map');
  }

  function paint() {
    const [width, height] = size();
    if (!width || !height) return;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    earth.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
    const focused = over.getRootNode().activeElement;
    const held = over.contains(focused) && focused.dataset.line;
    over.replaceChildren();
    measure.font = `${letter}px ${hooks.colours.font}`;
    const best = new Map();
    const told = [...atlas.arcs.map(({ id, from, to }) => [id, [from, to]]), ...atlas.marks.map(({ id, at }) => [id, [at]])];
    for (const [id, spots] of told) {
      const state = states.get(id);
      for (const spot of state ? spots : []) {
        if (!best.has(spot) || RANK[state] < RANK[best.get(spot)]) best.set(spot, state);
      }
    }
    const dots = atlas.spots
      .filter(({ id, origin }) => origin || best.has(id))
      .map((spot) => {
        const [x, y] = seen(spot.at);
        return { ...spot, x, y, state: spot.origin ? 'certain' : best.get(spot.id) };
      })
      .sort((a, b) => Number(b.origin) - Number(a.origin));
    const near = view.scale > view.least; // the inset belongs to the whole map
    if (corner) corner.style.visibility = near ? 'hidden' : '';
    const shut = inset && !near ? [[inset[0], inset[1], width, height]] : [];
    placeNames(dots, shut, width, height, letter, (name) => measure.measureText(name).width + 2);
    atlas.arcs.forEach(arcAt);
    dots.forEach(dotAt);
    if (held) [...over.children].find((one) => one.dataset.line === held)?.focus({ preventScroll: true });
    svg.dataset.arcs = String(over.querySelectorAll('.arc').length);
  }

  for (const [sign, label, act] of [
    ['+', words.zoom_in, () => zoom(1.5, ...size().map((one) => one / 2))],
    ['−', words.zoom_out, () => zoom(1 / 1.5, ...size().map((one) => one / 2))],
    ['◎', words.zoom_near, near],
    ['⤢', words.whole_picture, fit],
  ]) {
    const button = put(buttons, 'button', sign, 'quiet');
    Object.assign(button, { type: 'button', title: label, onclick: act });
    button.setAttribute('aria-label', label);
  }
  svg.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && view.scale === view.least && event.deltaY > 0) return; // the page scrolls
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.offsetX, event.offsetY);
  }, { passive: false });
  let held = null;
  svg.onpointerdown = (event) => { held = [event.clientX - view.x, event.clientY - view.y]; };
  svg.onpointermove = (event) => {
    if (!held || !event.buttons || view.scale === view.least) return;
    view = { ...view, x: event.clientX - held[0], y: event.clientY - held[1] };
    paint();
  };
  svg.onpointerup = () => { held = null; };

  return {
    fit,
    show(nowStates, nowFresh) { states = nowStates; fresh = nowFresh; paint(); },
    pick(nowPicked) { picked = nowPicked; fresh = new Set(); paint(); },
  };
}
