// The part of bench/browser/networks.py in the browser: each function of `draws` gives the milliseconds until a
// second frame has come, which shows the first, and leaves `drag` for the frames that are counted.

const frame = () => new Promise((done) => requestAnimationFrame(done));

globalThis.draws = {
  async ours([scene, looks]) {
    const begun = performance.now(), box = document.querySelector('#box');
    const put = () => document.body.appendChild(document.createElement('div'));
    const hooks = { onPick() {}, onPlaces() {}, onCount() {} };
    const pane = new globalThis.Pane(box, put(), put(), scene, looks, hooks);
    await frame();
    await frame();
    const { id, x, y } = scene.nodes[0];
    globalThis.drag = (at) => { pane.network.moveNode(id, x + at % 40, y); pane.gestures.followDrag([id]); };
    globalThis.filter = (at) => pane.choose({ kinds: new Set(), span: [1990 + at % 36, 1994 + at % 36] });
    return performance.now() - begun;
  },

  async sigma([{ nodes, edges }]) {
    const { graphology, Sigma } = globalThis, begun = performance.now();
    const graph = new graphology.MultiDirectedGraph(), Renderer = Sigma.default ?? Sigma;
    for (const { id, x, y, name, size } of nodes) graph.addNode(id, { x, y, label: name, size, color: '#0072B2' });
    for (const [key, start, end] of edges) graph.addEdgeWithKey(key, nodes[start].id, nodes[end].id, { size: 1 });
    new Renderer(graph, document.querySelector('#box'));
    await frame();
    await frame();
    const { id, x } = nodes[0];
    globalThis.drag = (at) => graph.mergeNodeAttributes(id, { x: x + at % 40 });
    return performance.now() - begun;
  },

  async pyvis([{ nodes }]) {
    await frame();
    await frame();
    const { network, begun } = globalThis, { id } = nodes[0], { x, y } = network.getPosition(id);
    globalThis.drag = (at) => network.moveNode(id, x + at % 40, y);
    return performance.now() - begun;
  },
};

/** How many frames come in so many milliseconds while something is done in each, and how long they took. */
globalThis.frames = async ([name, most]) => {
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < most; count += 1) {
    globalThis[name](count);
    await frame();
  }
  return [count, performance.now() - begun];
};
