// What every picture of vis-network shares, in the app and in a file: columns, legend, keys.

const SVG = 'http://www.w3.org/2000/svg';

function put(parent, tag, text, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text; // as text: nothing in the data is ever markup
  parent.append(element);
  return element;
}

function draw(parent, tag, attributes, className) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (className) element.setAttribute('class', className);
  parent.append(element);
  return element;
}

function point([x, y], turn, size) {
  const at = (far, aside) =>
    `${x + far * Math.cos(turn) - aside * Math.sin(turn)} ${y + far * Math.sin(turn) + aside * Math.cos(turn)}`;
  return `M${at(3, 0)}L${at(-size, size * 0.55)}L${at(-size * 0.65, 0)}L${at(-size, -size * 0.55)}Z`;
}

function drawColumns(network, columns, theme, font, letter = 15) {
  network.on('beforeDrawing', (context) => {
    const scale = network.getScale();
    const canvas = context.canvas;
    const height = canvas.clientHeight;
    const top = network.DOMtoCanvas({ x: 0, y: 0 }).y;
    const bottom = network.DOMtoCanvas({ x: 0, y: height }).y;
    context.save();
    context.lineWidth = 1 / scale;
    context.textAlign = 'center';
    context.textBaseline = 'top';
    context.font = `600 ${letter / scale}px ${font}`;
    for (const { label, left, right } of columns) {
      const years = /^\d+$/.test(label);
      context.fillStyle = theme.faint + (years ? '00' : '14');
      context.fillRect(left, top, right - left, bottom - top);
      context.strokeStyle = theme.faint + '55';
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left, bottom);
      context.stroke();
      context.fillStyle = theme.text + 'cc';
      if ((right - left) * scale > 34) context.fillText(label, (left + right) / 2, top + 10 / scale);
    }
    context.restore();
  });
}

function legendItem(drawing, name) {
  const item = document.createElement('span');
  item.className = 'legend-item';
  item.innerHTML = drawing; // our own shapes and numbers only
  item.append(name);
  return item;
}

// The hue of a line as a theme shows it.
function shadeOf(hue, { shades }) {
  return shades[hue] || hue;
}

// A line as a theme shows it; `ink` is its hue on paper.
function shaded({ color, ...line }, theme, paler = 1) {
  const shade = shadeOf(color.color, theme), opacity = Math.max(theme.least, color.opacity * paler);
  return { ...line, ink: color.color, color: { color: shade, highlight: shade, hover: shade, opacity } };
}

function drawLegend(box, legend, groups, theme) {
  box.replaceChildren();
  const svg = (inner, style) =>
    `<svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true" style="${style}">${inner}</svg>`;
  for (const { key, name, sign } of legend.kinds) {
    const { color, shape, font, shapeProperties } = groups[key];
    const style = `fill:${color.background};stroke:${color.border};stroke-width:1.5`;
    const corner = Math.min(7, shapeProperties.borderRadius);
    const inner = shape === 'ellipse'
      ? '<ellipse cx="11" cy="8" rx="10" ry="6.5"/>'
      : `<rect x="1" y="1.5" width="20" height="13" rx="${corner}"/>` +
        `<text x="11" y="12" text-anchor="middle" font-size="11" fill="${font.color}" stroke="none">${sign}</text>`;
    box.append(legendItem(svg(inner, style), name));
  }
  const line = (color, width, dashes) =>
    svg(`<path d="M0 8H22" stroke-dasharray="${dashes || ''}"/>`, `stroke:${color};stroke-width:${width}`);
  for (const { name, color, width } of legend.lines)
    box.append(legendItem(line(shadeOf(color, theme), Math.max(2, width)), name));
  for (const { name, dashes } of legend.stances)
    box.append(legendItem(line('#888', 2, dashes.map((length) => length / 2).join(' ')), name));
}

// From where to where a picture reaches: its outermost things, and the columns that hold any.
function acrossOf(columns, nodes) {
  const xs = nodes.map((node) => node.x);
  const shown = columns.filter(({ left, right }) => nodes.some(({ x }) => x >= left && x <= right));
  const left = Math.min(...xs.map((x) => x - 80), ...shown.map((column) => column.left));
  return [left, Math.max(...xs.map((x) => x + 80), ...shown.map((column) => column.right))];
}

const HEAD_ROOM = 44; // pixels above a picture for the names of its columns

function downOf(nodes) {
  const ys = nodes.map((node) => node.y);
  return [Math.min(...ys) - 34, Math.max(...ys) + 40];
}

// Never smaller than that names can be read: what does not fit is reached by dragging.
function fitLegibly(network, columns, nodes, width, height, least) {
  if (!nodes.length) return true;
  const [left, right] = acrossOf(columns, nodes), [top, bottom] = downOf(nodes);
  const whole = Math.min(width / (right - left), (height - HEAD_ROOM) / (bottom - top), Math.max(1.2, least));
  const scale = Math.max(whole, least);
  const x = (right - left) * scale <= width + 1 ? (left + right) / 2 : left + width / 2 / scale;
  const free = height - HEAD_ROOM;
  const y = (bottom - top) * scale <= free + 1
    ? (top + bottom) / 2 - HEAD_ROOM / 2 / scale
    : top + (height / 2 - HEAD_ROOM) / scale;
  network.moveTo({ position: { x, y }, scale, animation: false });
  return whole >= least * 0.96; // whether (nearly) all of it is in sight
}

function isDrawn(network, id) {
  const node = network.body.nodes[id];
  return Boolean(node) && !node.options.hidden;
}

function neighbours(network, id, direction) {
  const from = network.getPosition(id);
  const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[direction];
  const near = network.getConnectedNodes(id).filter((other) => isDrawn(network, other)).map((other) => {
    const to = network.getPosition(other);
    const x = to.x - from.x, y = to.y - from.y, far = Math.hypot(x, y) || 1;
    return { other, turn: (x * ahead[0] + y * ahead[1]) / far, far };
  });
  return near.filter(({ turn }) => turn > 0.2).sort((a, b) => b.turn / b.far - a.turn / a.far);
}

function listenToKeys(box, network, nodes, pick) {
  box.querySelector('.vis-network').tabIndex = -1; // the box around it is the one stop for Tab
  // a picture that is drawn anew leaves the reader where they stood, if that is still drawn
  const stood = () => [...network.getSelectedNodes(), box.dataset.at].find((id) => isDrawn(network, id));
  box.onkeydown = (event) => {
    const from = stood();
    if (event.key === 'Enter' && from) pick({ node: from });
    else if (event.key.startsWith('Arrow')) {
      const [next] = from ? neighbours(network, from, event.key) : [];
      const at = next ? next.other : from || nodes.map(({ id }) => id).find((id) => isDrawn(network, id));
      if (at) { network.selectNodes([at]); keepInSight(network, box, at); }
      box.dataset.at = at || '';
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function keepInSight(network, box, id) {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const inSight = x > 60 && y > 50 && x < box.clientWidth - 60 && y < box.clientHeight - 40;
  if (!inSight) network.moveTo({ position: network.getPosition(id), animation: false });
}

function select(network, nodes, edges, picked) {
  const { node, edge } = picked || {};
  if (node && nodes.get(node)) network.setSelection({ nodes: [node], edges: network.getConnectedEdges(node) });
  else if (edge && edges.get(edge)) network.setSelection({ nodes: [], edges: [edge] }, { highlightEdges: false });
  else network.unselectAll();
}
