// The network of a stage: vis-network at given places; a moment hides, pales or marks its lines.

function netPane(pane, data, hooks) {
  const { picture, words, least } = data;
  const top = put(pane, 'div', '', 'top');
  const legend = put(top, 'div', '', 'legend');
  const whole = put(top, 'button', `⤢ ${words.whole_picture}`, 'quiet');
  whole.type = 'button';
  const frame = put(pane, 'div', '', 'frame');
  const box = put(frame, 'div', '', 'net');
  box.tabIndex = 0;
  box.setAttribute('role', 'application');
  box.setAttribute('aria-label', words.network_help);
  const more = put(frame, 'div', words.drag_for_more, 'more');
  const { groups, colours } = hooks;
  drawLegend(legend, picture.legend, groups, colours);
  const nodes = new vis.DataSet(picture.nodes), edges = new vis.DataSet(picture.edges);
  const network = new vis.Network(box, { nodes, edges }, { ...data.options, groups, autoResize: false });
  drawColumns(network, picture.columns, colours, colours.font, data.letter);
  const fit = () => {
    network.setSize('100%', '100%');
    network.redraw();
    more.hidden = fitLegibly(network, picture.columns, picture.nodes, box.clientWidth, box.clientHeight, least);
  };
  whole.onclick = fit;
  for (const done of ['dragEnd', 'zoom']) network.on(done, () => { more.hidden = true; });
  network.on('click', ({ nodes: [node], edges: [edge] }) => {
    box.focus({ preventScroll: true });
    if (node) hooks.onPick({ node });
    else if (edge) hooks.onPick({ edge });
  });
  for (const what of ['Node', 'Edge']) {
    network.on(`hover${what}`, () => { box.style.cursor = 'pointer'; });
    network.on(`blur${what}`, () => { box.style.cursor = 'default'; });
  }
  listenToKeys(box, network, picture.nodes, hooks.onPick);
  network.once('afterDrawing', () => { box.dataset.ready = String(picture.nodes.length); });
  Object.assign(box, { network, nodes, edges });

  const spots = new Map(picture.nodes.map((node) => [node.id, node]));
  const near = ({ from, to }) => {
    const one = spots.get(from), other = spots.get(to);
    return Math.hypot(one.x - other.x, one.y - other.y) < 90;
  };
  const looks = new Map(picture.edges.map((edge) => [edge.id, edge]));
  const mark = { size: 20, color: colours.text, strokeWidth: 5, strokeColor: colours.ground, align: 'horizontal' };

  // A line that is only possible is paler and bears a question mark; one that is new is wider.
  function lineAt(id, state, fresh) {
    const look = looks.get(id);
    const paler = { certain: 1, possible: 0.55, undated: 0.5 }[state] || 1;
    return {
      ...shaded({ id, color: look.color }, colours, paler),
      hidden: !state,
      width: look.width + (fresh ? 2.5 : 0),
      label: state === 'possible' && !near(look) ? '?' : undefined,
      font: mark,
    };
  }

  function show(states, fresh) {
    edges.update(picture.edges.map(({ id }) => lineAt(id, states.get(id), fresh.has(id))));
    const best = new Map();
    for (const { id, from, to } of picture.edges) {
      const state = states.get(id);
      if (!state) continue;
      for (const node of [from, to]) {
        if (!best.has(node) || RANK[state] < RANK[best.get(node)]) best.set(node, state);
      }
    }
    if (data.origin && looks.size) best.set(data.origin, 'certain');
    nodes.update(picture.nodes.map(({ id }) => ({
      id,
      hidden: !best.has(id),
      shapeProperties: {
        ...groups[nodes.get(id).group].shapeProperties,
        borderDashes: best.get(id) === 'possible' ? [5, 4] : false,
      },
    })));
    box.dataset.drawn = String([...states.values()].filter(Boolean).length);
  }
  const [left, right] = picture.nodes.length ? acrossOf(picture.columns, picture.nodes) : [0, 0];
  const [high, low] = picture.nodes.length ? downOf(picture.nodes) : [0, 0];
  return {
    show, fit,
    whole: right - left, // how wide it is in pixels, with names as large as they are written
    tall: Math.ceil((low - high) * least) + HEAD_ROOM, // how high, with names as small as can be read
    pick: (picked) => select(network, nodes, edges, picked),
    picture: (looks) => networkOf(network, nodes, edges, picture.columns, looks),
  };
}
