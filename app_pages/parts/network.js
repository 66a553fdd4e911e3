// vis-network inside the page: draws once for the same data, tells the app what is picked.

function pageFont(style) {
  return style.getPropertyValue('--st-font').trim() || 'sans-serif';
}

function isDark(style) {
  const probe = document.createElement('canvas').getContext('2d');
  probe.fillStyle = style.getPropertyValue('--st-background-color').trim() || '#fff';
  const [r, g, b] = probe.fillStyle.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
  return 0.3 * r + 0.6 * g + 0.1 * b < 128;
}

function neighbours(network, id, direction) {
  const from = network.getPosition(id);
  const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[direction];
  const near = network.getConnectedNodes(id).map((other) => {
    const to = network.getPosition(other);
    const x = to.x - from.x, y = to.y - from.y, far = Math.hypot(x, y) || 1;
    return { other, turn: (x * ahead[0] + y * ahead[1]) / far, far };
  });
  return near.filter(({ turn }) => turn > 0.2).sort((a, b) => b.turn / b.far - a.turn / a.far);
}

function listenToKeys(box, network, nodes, pick) {
  let at = null;
  box.onkeydown = (event) => {
    if (event.key === 'Enter' && at) pick({ node: at });
    else if (event.key.startsWith('Arrow')) {
      const first = nodes[0] && nodes[0].id;
      const [selected] = network.getSelectedNodes();
      const from = at || selected;
      const [next] = from ? neighbours(network, from, event.key) : [];
      at = from ? (next ? next.other : from) : first;
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

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const box = parentElement.querySelector('.net');
  const style = getComputedStyle(box);
  const theme = isDark(style) ? 'dark' : 'light';
  const key = JSON.stringify([data.picture, data.height, theme]);
  box.setAttribute('aria-label', data.words.title);
  if (box.drawnKey === key) { // the same picture: nothing moves, only what is picked is shown
    if (box.shownPick !== JSON.stringify(data.picked)) {
      box.shownPick = JSON.stringify(data.picked);
      select(box.network, box.nodes, box.edges, data.picked);
    }
    return;
  }
  if (box.network) box.network.destroy();
  const { nodes, edges, columns, legend } = data.picture;
  box.drawnKey = key;
  box.style.height = `${data.height}px`;
  box.nodes = new vis.DataSet(nodes);
  box.edges = new vis.DataSet(edges);
  const network = new vis.Network(box, { nodes: box.nodes, edges: box.edges }, {
    ...data.options, groups: data.groups[theme], height: `${data.height}px`,
  });
  box.network = network;
  drawLegend(parentElement.querySelector('.legend'), legend, data.groups[theme]);
  drawColumns(network, columns, data.themes[theme], pageFont(style));
  const more = parentElement.querySelector('.more');
  const fit = () => {
    more.hidden = fitLegibly(network, columns, nodes, box.clientWidth, data.height, data.least);
  };
  fit();
  more.textContent = data.words.more;
  network.on('dragEnd', () => { more.hidden = true; });
  const whole = parentElement.querySelector('.whole');
  whole.textContent = data.words.whole;
  whole.onclick = fit;
  const pick = (picked) => {
    box.shownPick = JSON.stringify(picked);
    setStateValue('picked', picked);
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
  select(network, box.nodes, box.edges, data.picked);
  box.shownPick = JSON.stringify(data.picked);
  network.once('afterDrawing', () => { box.dataset.ready = String(nodes.length); });
}
