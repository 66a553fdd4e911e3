// The page of an exported picture: columns, legend, and the evidence of what is clicked.

function put(parent, tag, text, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text; // as text: nothing in the data is ever markup
  parent.append(element);
  return element;
}

function showEvidence(panel, page, ids, title) {
  panel.replaceChildren();
  const close = put(panel, 'button', '×', 'close');
  close.onclick = () => { panel.hidden = true; };
  put(panel, 'h2', title);
  for (const id of ids) {
    const one = page.statements[id];
    const card = put(panel, 'div', '', 'card');
    put(card, 'b', one.said);
    put(card, 'div', `${page.words.stance}: ${one.stance} · ${one.when}`);
    for (const spot of one.spots) put(card, 'div', `${one.source} · ${spot}`, 'spot');
  }
  panel.hidden = false;
}

function openPage(network, page) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = () => (dark.matches ? 'dark' : 'light');
  const box = document.getElementById('mynetwork');
  const paint = () => {
    const colours = page.themes[theme()];
    document.documentElement.style.setProperty('--ground', colours.ground);
    document.documentElement.style.setProperty('--text', colours.text);
    network.setOptions({ groups: page.groups[theme()] });
    // vis-network reads a group's look when a node is set
    network.body.data.nodes.update(page.nodes);
    network.body.data.edges.update(page.edges.map(({ id, title }) => ({ id, title })));
    drawLegend(document.querySelector('.legend'), page.legend, page.groups[theme()]);
  };
  const colours = new Proxy({}, { get: (_, name) => page.themes[theme()][name] });
  drawColumns(network, page.columns, colours, 'sans-serif');
  dark.addEventListener('change', paint);
  paint();
  const fit = () => {
    network.redraw();
    fitLegibly(network, page.columns, page.nodes, box.clientWidth, box.clientHeight, 14 / 15);
  };
  fit();
  document.querySelector('.whole').onclick = fit;
  const panel = document.querySelector('.evidence');
  network.on('click', ({ nodes: [node], edges: [edge] }) => {
    const chosen = node
      ? page.edges.filter(({ from, to }) => from === node || to === node)
      : page.edges.filter(({ id }) => id === edge);
    const named = page.nodes.find(({ id }) => id === node);
    const ids = [...new Set(chosen.flatMap(({ statements }) => statements))];
    if (ids.length) showEvidence(panel, page, ids, named ? named.title : chosen[0].title);
    else panel.hidden = true;
  });
  document.body.dataset.ready = String(page.nodes.length);
}
