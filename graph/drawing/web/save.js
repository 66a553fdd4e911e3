// A picture as a file for a paper: SVG whose text stays text and whose looks stand in attributes, or
// the same as PNG. On white, whole whatever the window shows, with legend, counts and credits in it.

const SHEET = 900, EDGE = 24, WRITING = 16, SHARP = 3; // pixels; how many of a PNG's for each
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-size', 'font-weight', 'text-anchor'];
const PAPER = '#ffffff', INK = '#1f2933';

function saveButtons(parent, what, words, sheet) {
  const row = put(parent, 'span', '', 'save');
  for (const kind of ['SVG', 'PNG']) {
    const button = put(row, 'button', `⤓ ${kind}`, 'quiet');
    const label = words.save_picture.replace('{what}', what).replace('{kind}', kind);
    Object.assign(button, { type: 'button', title: label, onclick: () => saveOrTell(kind, sheet, alert, words) });
    button.setAttribute('aria-label', label);
  }
  const alert = put(row, 'span', '', 'save-failed');
  alert.setAttribute('role', 'alert');
}

// A picture that cannot be saved is told beside the button; the console holds the details.
async function saveOrTell(kind, sheet, alert, words) {
  alert.textContent = '';
  try {
    await save(kind, sheet());
  } catch (error) {
    console.error(error);
    alert.textContent = words.save_failed.replace('{kind}', kind).replace('{reason}', error.message || String(error));
  }
}

async function save(kind, { name, svg }) {
  const text = new XMLSerializer().serializeToString(svg);
  const drawn = new Blob([text], { type: 'image/svg+xml' });
  const file = kind === 'SVG' ? drawn : await pixels(text, svg);
  const link = document.createElement('a');
  Object.assign(link, { href: URL.createObjectURL(file), download: `${name}.${kind.toLowerCase()}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pixels(text, svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const sharp = Math.min(SHARP, 16_000 / Math.max(width, height)); // no browser draws more
  Object.assign(canvas, { width: width * sharp, height: height * sharp });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function wide(text, size = WRITING, weight = 400) {
  const context = (wide.context ||= document.createElement('canvas').getContext('2d'));
  context.font = `${weight} ${size}px ${TYPE}`;
  return context.measureText(text).width;
}

// Words, and Chinese characters one by one, in rows of at most so many pixels.
function rowsOf(text, most) {
  const rows = [''];
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) || []) {
    if (rows[rows.length - 1] && wide(rows[rows.length - 1] + part.trimEnd()) > most) rows.push(part.trimStart());
    else rows[rows.length - 1] += part;
  }
  return rows;
}

// Puts a picture, its heading, its legend and its notes on one sheet.
function sheetOf({ name, heading, picture, legend = [], notes }) {
  const { width, height } = picture;
  const whole = Math.max(width, 520) + 2 * EDGE;
  const svg = document.createElementNS(SVG, 'svg');
  const write = (text, x, y, more = {}) =>
    { draw(svg, 'text', { x, y, 'font-size': WRITING, fill: INK, ...more }).textContent = text; };
  draw(svg, 'title', {}).textContent = heading;
  const ground = draw(svg, 'rect', { width: '100%', height: '100%', fill: PAPER });
  let y = EDGE + WRITING;
  for (const row of rowsOf(heading, (whole - 2 * EDGE) / 1.1)) { write(row, EDGE, y, { 'font-weight': 700 }); y += 22; }
  let x = EDGE;
  for (const { sample, said } of legend) {
    const room = 34 + wide(said) + 22;
    if (x > EDGE && x + room > whole - EDGE) { x = EDGE; y += 24; }
    sample(draw(svg, 'g', { transform: `translate(${x} ${y - 13})` }));
    write(said, x + 34, y);
    x += room;
  }
  if (legend.length) y += 14;
  const body = draw(svg, 'g', { transform: `translate(${EDGE + (whole - 2 * EDGE - width) / 2} ${y})` });
  body.append(...picture.parts);
  y += height + 26;
  for (const note of notes.filter(Boolean)) {
    for (const row of rowsOf(note, whole - 2 * EDGE)) { write(row, EDGE, y, { 'font-size': WRITING - 1 }); y += 21; }
  }
  const size = { width: Math.ceil(whole), height: Math.ceil(y + EDGE - 16) };
  const looks = { ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': TYPE };
  Object.entries(looks).forEach(([key, value]) => svg.setAttribute(key, value));
  Object.entries(size).forEach(([key, value]) => ground.setAttribute(key, value));
  return { name, svg };
}

// --- what is drawn in SVG already: map and curve ---------------------------------------------

// A pane as it would stand on a white page, drawn aside and taken away again.
function asideOf(stage, look, height, make) {
  const aside = put(stage, 'div', '', 'stage light');
  aside.style.cssText = `position:fixed;left:-99999px;top:0;width:${SHEET}px;--ground:${PAPER};--text:${INK};--edge:#c4ccd3;--font:${TYPE}`;
  aside.dataset.layout = look;
  const section = put(aside, 'section', '', `pane pane-${look}`);
  make(section, () => {
    section.querySelector('.frame').style.cssText = `height:${height}px;min-height:0;flex:none;border:none`;
  });
  const parts = [...section.querySelectorAll('.frame > svg')].map((svg) => flat(svg));
  aside.remove();
  return { width: SHEET, height, parts };
}

// An SVG as a group whose looks stand in its attributes, so that any program draws it alike.
function flat(svg) {
  const copy = svg.cloneNode(true);
  const before = [svg, ...svg.querySelectorAll('*')], after = [copy, ...copy.querySelectorAll('*')];
  before.forEach((from, at) => attributed(from, after[at]));
  for (const gone of copy.querySelectorAll('.hold, .runner')) gone.remove();
  const { left, top, width } = svg.style;
  if (left) { // the inset in its corner
    const high = (parseFloat(width) * svg.viewBox.baseVal.height) / svg.viewBox.baseVal.width;
    const place = { x: parseFloat(left), y: parseFloat(top), width: parseFloat(width), height: high };
    const frame = document.createElementNS(SVG, 'g');
    draw(frame, 'rect', { ...place, fill: PAPER, stroke: '#c4ccd3' });
    Object.entries(place).forEach(([name, value]) => copy.setAttribute(name, value));
    frame.append(copy);
    return frame;
  }
  copy.setAttribute('width', svg.clientWidth);
  copy.setAttribute('height', svg.clientHeight);
  return copy;
}

function attributed(from, to) {
  const style = getComputedStyle(from);
  const scale = style.vectorEffect === 'non-scaling-stroke' ? from.getCTM().a : 1;
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name).replaceAll('"', '');
    to.setAttribute(name, name === 'stroke-width' ? parseFloat(value) / scale : value);
  }
  for (const name of ['class', 'style', 'tabindex', 'role']) to.removeAttribute(name);
  if (from.tagName === 'text' && style.paintOrder.startsWith('stroke') && style.stroke !== 'none') {
    const halo = to.cloneNode(true); // not every program knows the order of painting
    halo.setAttribute('aria-hidden', 'true');
    to.setAttribute('stroke', 'none');
    to.before(halo);
  }
}

// --- a network of vis-network ----------------------------------------------------------------

function networkOf(network, nodes, edges, columns, groups) {
  const seen = nodes.get().filter(({ hidden }) => !hidden);
  const boxes = new Map(seen.map((node) => [node.id, boxOf(network, node, groups)]));
  const all = [...boxes.values()];
  const left = Math.min(...all.map((one) => one.left)) - 20, right = Math.max(...all.map((one) => one.right)) + 20;
  const top = Math.min(...all.map((one) => one.top)) - (columns.length ? 56 : 20), bottom = Math.max(...all.map((one) => one.bottom)) + 20;
  const part = document.createElementNS(SVG, 'g');
  part.setAttribute('transform', `translate(${-left} ${-top})`);
  for (const column of columns.filter((one) => one.right > left && one.left < right)) {
    const from = Math.max(left, column.left), to = Math.min(right, column.right);
    const years = /^\d+$/.test(column.label);
    draw(part, 'rect', { x: from, y: top, width: to - from, height: bottom - top, fill: years ? 'none' : '#f2f4f5', stroke: '#dfe4e8' });
    if (to - from > wide(column.label)) draw(part, 'text', { x: (from + to) / 2, y: top + 24, 'text-anchor': 'middle', 'font-size': WRITING, 'font-weight': 600, fill: INK }).textContent = column.label;
  }
  for (const edge of edges.get().filter(({ hidden, from, to }) => !hidden && boxes.has(from) && boxes.has(to))) drawEdge(part, network, edge, boxes);
  seen.forEach((node) => drawNode(part, node, boxes.get(node.id), groups[node.group]));
  return { width: right - left, height: bottom - top, parts: [part] };
}

function boxOf(network, node, groups) {
  const { left, top, right, bottom } = network.getBoundingBox(node.id);
  const isRound = groups[node.group].shape === 'ellipse';
  const more = isRound ? 0 : groups[node.group].shapeProperties.borderRadius; // vis-network adds it
  return { left: left + more, top: top + more, right: right - more, bottom: bottom - more, x: node.x, y: node.y, isRound };
}

function holds({ left, top, right, bottom, x, y, isRound }, [u, v]) {
  const across = (2 * (u - x)) / (right - left), down = (2 * (v - y)) / (bottom - top);
  return isRound ? across ** 2 + down ** 2 < 1 : Math.max(Math.abs(across), Math.abs(down)) < 1;
}

function drawEdge(part, network, edge, boxes) {
  const start = boxes.get(edge.from), end = boxes.get(edge.to);
  const bends = [network.body.edges[edge.id].edgeType.getViaNode?.() ?? []].flat().filter(Boolean);
  const spots = [start, ...bends, end].map(({ x, y }) => [x, y]);
  const d = `M${spots[0]}${['', '', 'L', 'Q', 'C'][spots.length]}${spots.slice(1).join(' ')}`;
  const look = { stroke: edge.ink, opacity: edge.color.opacity };
  const dashes = edge.dashes ? { 'stroke-dasharray': edge.dashes.join(' ') } : {};
  draw(part, 'path', { d, fill: 'none', 'stroke-width': edge.width, ...look, ...dashes });
  if (edge.arrows.to.enabled) {
    let at = 1;
    while (at > 0 && holds(end, along(spots, at))) at -= 0.004;
    const tip = along(spots, at), before = along(spots, Math.max(0, at - 0.03));
    const size = 15 * edge.arrows.to.scaleFactor + 2 * edge.width;
    const turn = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
    draw(part, 'path', { d: point([tip[0] - 3 * Math.cos(turn), tip[1] - 3 * Math.sin(turn)], turn, size), fill: look.stroke, opacity: look.opacity });
  }
  if (edge.label) {
    const [x, y] = along(spots, 0.5);
    const sign = { x, y: y + 7, 'text-anchor': 'middle', 'font-size': 20, 'font-weight': 700 };
    draw(part, 'text', { ...sign, fill: PAPER, stroke: PAPER, 'stroke-width': 5, 'aria-hidden': 'true' }).textContent = edge.label;
    draw(part, 'text', { ...sign, fill: INK }).textContent = edge.label;
  }
}

// Where a Bézier curve of two, three or four spots is (de Casteljau).
function along(spots, at) {
  if (spots.length === 1) return spots[0];
  return along(spots.slice(1).map((one, i) => one.map((value, j) => spots[i][j] + (value - spots[i][j]) * at)), at);
}

function drawNode(part, node, box, { color, font, shapeProperties }) {
  const look = { fill: color.background, stroke: color.border, 'stroke-width': 1.5 };
  const dashes = node.shapeProperties?.borderDashes;
  if (dashes) look['stroke-dasharray'] = dashes.join(' ');
  const width = box.right - box.left, height = box.bottom - box.top;
  if (box.isRound) draw(part, 'ellipse', { cx: box.x, cy: box.y, rx: width / 2, ry: height / 2, ...look });
  else draw(part, 'rect', { x: box.left, y: box.top, width, height, rx: shapeProperties.borderRadius, ...look });
  const rows = node.label.split('\n');
  rows.forEach((row, at) => {
    const y = box.y + (at - (rows.length - 1) / 2) * font.size * 1.15 + font.size * 0.35;
    draw(part, 'text', { x: box.x, y, 'text-anchor': 'middle', 'font-size': font.size, fill: font.color }).textContent = row;
  });
}

// The legend of a picture: kinds if it has them, types, stances, and what is not certain.
function legendOf(legend, groups, states, words) {
  const line = (look) => (g) => { draw(g, 'path', { d: 'M0 8H28', fill: 'none', 'stroke-width': 3, stroke: '#7f8c8d', ...look }); };
  const kinds = groups ? legend.kinds.map(({ key, name, sign }) => ({ said: name, sample: (g) => {
    const { color, shape, font, shapeProperties } = groups[key];
    const look = { fill: color.background, stroke: color.border, 'stroke-width': 1.5 };
    if (shape === 'ellipse') draw(g, 'ellipse', { cx: 14, cy: 8, rx: 13, ry: 7, ...look });
    else draw(g, 'rect', { x: 1, y: 1, width: 26, height: 14, rx: Math.min(7, shapeProperties.borderRadius), ...look });
    if (sign) draw(g, 'text', { x: 14, y: 12, 'font-size': 11, 'text-anchor': 'middle', fill: font.color }).textContent = sign;
  } })) : [];
  const lines = legend.lines.map(({ name, color, width }) => ({ said: name, sample: line({ stroke: color, 'stroke-width': Math.max(2, width) }) }));
  const stances = legend.stances.map(({ name, dashes }) => ({ said: name, sample: line({ 'stroke-dasharray': dashes.join(' ') }) }));
  const unsure = ['possible', 'undated'].filter((state) => states.includes(state)).map((state) => ({
    said: words[`state_${state}`],
    sample: (g) => {
      line({ opacity: 0.5 })(g);
      if (state === 'possible') draw(g, 'text', { x: 14, y: 14, 'text-anchor': 'middle', 'font-weight': 700, 'font-size': WRITING, fill: INK }).textContent = '?';
    },
  }));
  return [...kinds, ...lines, ...stances, ...unsure];
}
