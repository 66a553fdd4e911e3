// vis-network inside the page: draws once for the same data, tells the app what is picked.

function pageFont(style) {
  return style.getPropertyValue('--st-font').trim() || 'sans-serif';
}

// What is new appears, what is gone goes, and all else stays where it is, and so does the view.
function replace(items, wanted) {
  const kept = new Set(wanted.map(({ id }) => id));
  items.remove(items.getIds().filter((id) => !kept.has(id)));
  items.update(wanted);
}

const HEAD = 340; // pixels of the window above the picture, and for the first line beneath it
const TWICE = 400; // milliseconds in which a second click makes a double one

// The start in the middle, as much around it as can be read.
function fitAround(network, start, nodes, width, height, least) {
  const at = nodes.find(({ id }) => id === start) || nodes[0];
  const farX = Math.max(...nodes.map(({ x }) => Math.abs(x - at.x))) + 100;
  const farY = Math.max(...nodes.map(({ y }) => Math.abs(y - at.y))) + 40;
  const whole = Math.min(width / (2 * farX), height / (2 * farY), 1.4);
  network.moveTo({ position: { x: at.x, y: at.y }, scale: Math.max(whole, least), animation: false });
  return whole >= least * 0.96;
}

function inSight(network, nodes, box) {
  return nodes.every(({ id }) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return x >= 0 && y >= 0 && x <= box.clientWidth && y <= box.clientHeight;
  });
}

// What is written around the picture, in the reader's language of now.
function sayWords(parentElement, box, { words, start, about, groups }) {
  box.setAttribute('aria-label', words.title);
  parentElement.querySelector('.more').textContent = words.more;
  parentElement.querySelector('.whole').textContent = words.whole;
  const saving = parentElement.querySelector('.saving');
  if (saving.said === words.title) return;
  saving.said = words.title;
  saving.replaceChildren();
  saveButtons(saving, words.layout_network, words, () => {
    const named = start && box.nodes.get(start); // an answer's network has no start
    return sheetOf({
      name: ['learned-from', start].filter(Boolean).join('-'),
      heading: named ? named.title : about.title,
      picture: networkOf(box.network, box.nodes, box.edges, box.columns, groups.light),
      legend: legendOf(box.legend, groups.light, [], words),
      notes: [`${about.title} · ${about.source}`],
    });
  });
}

function listenToGrowth(box, network, grow) {
  network.on('doubleClick', ({ nodes: [node] }) => {
    clearTimeout(box.reveals); // the reader looks at what grows
    if (node) grow(node);
  });
  box.grow = () => {
    const at = box.dataset.at || network.getSelectedNodes()[0];
    if (at) grow(at);
  };
  if (box.listens) return;
  box.listens = true;
  box.addEventListener('keydown', (event) => {
    if (event.key !== '+' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    box.grow();
  });
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const box = parentElement.querySelector('.net');
  const style = getComputedStyle(box);
  const theme = themeOf(style);
  // a picture that grows has the whole window but for the page's head
  const height = data.start ? Math.max(data.height, window.innerHeight - HEAD) : data.height;
  const key = JSON.stringify([data.picture, data.height, theme]);
  sayWords(parentElement, box, data);
  if (box.drawnKey === key) { // the same picture: nothing moves, only what is picked is shown
    if (box.shownPick !== JSON.stringify(data.picked)) {
      box.shownPick = JSON.stringify(data.picked);
      select(box.network, box.nodes, box.edges, data.picked);
    }
    return;
  }
  const { nodes, columns, legend } = data.picture;
  const colours = data.themes[theme];
  const edges = data.picture.edges.map((edge) => shaded(edge, colours));
  const frame = JSON.stringify([data.start, data.height, theme]);
  Object.assign(box, { legend, columns });
  box.drawnKey = key;
  if (data.start && box.network && box.frame === frame) {
    replace(box.nodes, nodes);
    replace(box.edges, edges);
    drawLegend(parentElement.querySelector('.legend'), legend, data.groups[theme], colours);
    select(box.network, box.nodes, box.edges, data.picked);
    parentElement.querySelector('.more').hidden = inSight(box.network, nodes, box);
    box.dataset.ready = String(nodes.length);
    return;
  }
  if (box.network) box.network.destroy();
  box.frame = frame;
  box.style.height = `${height}px`;
  box.nodes = new vis.DataSet(nodes);
  box.edges = new vis.DataSet(edges);
  const network = new vis.Network(box, { nodes: box.nodes, edges: box.edges }, {
    ...data.options, groups: data.groups[theme], height: `${height}px`,
  });
  box.network = network;
  drawLegend(parentElement.querySelector('.legend'), legend, data.groups[theme], colours);
  drawColumns(network, columns, colours, pageFont(style));
  const more = parentElement.querySelector('.more');
  const fit = () => {
    more.hidden = data.start
      ? fitAround(network, data.start, box.nodes.get(), box.clientWidth, height, data.least)
      : fitLegibly(network, columns, nodes, box.clientWidth, height, data.least);
  };
  fit();
  network.on('dragEnd', () => { more.hidden = true; });
  const whole = parentElement.querySelector('.whole');
  whole.hidden = false; // a button without a name is shown to nobody
  whole.onclick = fit;
  const pick = (picked) => {
    box.shownPick = JSON.stringify(picked);
    setStateValue('picked', picked);
    clearTimeout(box.reveals);
    box.reveals = setTimeout(() => reveal(data.evidence), TWICE);
  };
  network.on('click', ({ nodes: [node], edges: [edge] }) => {
    box.focus({ preventScroll: true });
    if (node) pick({ node });
    else if (edge) pick({ edge });
  });
  network.on('hoverNode', () => { box.style.cursor = 'pointer'; });
  network.on('hoverEdge', () => { box.style.cursor = 'pointer'; });
  network.on('blurNode', () => { box.style.cursor = 'default'; });
  network.on('blurEdge', () => { box.style.cursor = 'default'; });
  listenToKeys(box, network, nodes, pick);
  if (data.start) listenToGrowth(box, network, (id) => setTriggerValue('grow', id));
  select(network, box.nodes, box.edges, data.picked);
  box.shownPick = JSON.stringify(data.picked);
  network.once('afterDrawing', () => { box.dataset.ready = String(nodes.length); });
}
