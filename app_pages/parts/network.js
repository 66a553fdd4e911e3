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
