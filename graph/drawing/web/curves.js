// Several curves on one pair of axes: each has a hue and a shape of its own and its name beside it.

const SHAPES = [
  (x, y, r) => `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`,
  (x, y, r) => `M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z`,
  (x, y, r) => `M${x} ${y - r * 1.2}L${x + r * 1.2} ${y + r}H${x - r * 1.2}Z`,
  (x, y, r) => `M${x} ${y - r * 1.4}L${x + r * 1.4} ${y}L${x} ${y + r * 1.4}L${x - r * 1.4} ${y}Z`,
  (x, y, r) => `M${x} ${y + r * 1.2}L${x + r * 1.2} ${y - r}H${x - r * 1.2}Z`,
  (x, y, r) => `M${x - r} ${y - r * 0.4}H${x - r * 0.4}V${y - r}H${x + r * 0.4}V${y - r * 0.4}H${x + r}V${y + r * 0.4}H${x + r * 0.4}V${y + r}H${x - r * 0.4}V${y + r * 0.4}H${x - r}Z`,
];
const BESIDE = 560; // from so many pixels on names stand beside their lines, else below
const APART = 3; // pixels between lines of the same numbers

const besides = (width) => (width >= BESIDE ? Math.min(330, width * 0.45) : 18);

function numbersOf(curve, now, words) {
  const values = { sure: curve.certain[now] ?? 0, most: curve.possible[now] ?? 0, undated: curve.undated, unsaid: curve.unsaid };
  return words.curve_numbers.replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function shortened(name, most) {
  let kept = name;
  while (kept && wide(kept === name ? kept : `${kept}…`, 15, 700) > most) kept = kept.slice(0, -1);
  return kept === name ? name : `${kept}…`;
}

function curvesPane(pane, data, hooks) {
  const { curves, years, words } = data;
  put(put(pane, 'div', '', 'top'), 'h2', words.curves_title);
  const frame = put(pane, 'div', '', 'frame');
  const svg = draw(frame, 'svg', { role: 'img', 'aria-label': words.curves_help }, 'curve');
  const list = put(pane, 'ul', '', 'keys');
  put(pane, 'p', words.curves_help, 'credit');
  let now = years.length - 1;

  function paint() {
    const most = Math.max(1, ...curves.flatMap(({ possible }) => possible));
    const axes = openAxes(frame, svg, data, { now, most, aside: besides });
    if (!axes) return;
    const { width, right, top, foot, x } = axes;
    const isWide = width >= BESIDE;
    list.hidden = isWide;
    const y = (count, rank) => axes.y(count) - (rank - (curves.length - 1) / 2) * APART;
    if (years.length) curves.forEach((one, rank) => drawCurve(one, rank, x, y));
    if (isWide) drawNames(right + 16, width, top, foot, x, y);
    else drawKeys();
  }

  function drawCurve({ certain, possible, hue }, rank, x, y) {
    const at = (count) => y(count, rank);
    const [sure, most] = [certain, possible].map((counts) => counts.slice(0, now + 1));
    if (most.some((count, band) => count > sure[band])) {
      draw(svg, 'path', { d: `${stepsForth(most, x, at)}${stepsBack(sure, x, at)}Z`, fill: hue, opacity: 0.16 });
      draw(svg, 'path', { d: stepsForth(most, x, at), fill: 'none', stroke: hue, 'stroke-width': 1.4, 'stroke-dasharray': '5 4' });
    }
    draw(svg, 'path', { d: stepsForth(sure, x, at), fill: 'none', stroke: hue, 'stroke-width': 3, 'stroke-linejoin': 'round' });
    sure.forEach((count, band) => {
      if (band && count > sure[band - 1]) draw(svg, 'path', { d: SHAPES[rank](x(band), at(count), 6), fill: hue }, 'shape');
    });
    const end = Math.max(x(now) + 7, x(now + 1) - rank * 15); // side by side where lines end together
    draw(svg, 'path', { d: SHAPES[rank](end, at(certain[now]), 7), fill: hue }, 'shape');
  }

  // Names in the order of their ends, each in a row of its own, joined to its line.
  function drawNames(left, width, top, foot, x, y) {
    const row = Math.min(52, (foot - top) / curves.length);
    const ends = curves.map((one, rank) => ({ one, rank, at: y(one.certain[now] ?? 0, rank) })).sort((a, b) => a.at - b.at);
    ends.forEach(({ one, rank, at }, place) => {
      const lowest = foot - (curves.length - place - 0.5) * row;
      const level = Math.min(lowest, Math.max(at, place ? ends[place - 1].level + row : top + 10));
      ends[place].level = level;
      draw(svg, 'path', { d: `M${x(now + 1) + 9} ${at}L${left + 4} ${level}`, fill: 'none', stroke: one.hue, 'stroke-width': 1 });
      draw(svg, 'path', { d: SHAPES[rank](left + 14, level, 6), fill: one.hue }, 'shape');
      draw(svg, 'text', { x: left + 28, y: level + 4 }, 'who name').textContent = shortened(one.name, width - left - 30);
      draw(svg, 'text', { x: left + 28, y: level + 21 }, 'tick').textContent = numbersOf(one, now, words);
    });
  }

  function drawKeys() {
    list.replaceChildren();
    curves.forEach((one, rank) => {
      const item = put(list, 'li', '');
      const sample = draw(item, 'svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true' });
      draw(sample, 'path', { d: SHAPES[rank](11, 8, 6), fill: one.hue });
      put(item, 'b', one.name);
      item.append(` ${numbersOf(one, now, words)}`);
    });
  }

  return { fit: paint, show(moment) { now = moment; paint(); } };
}
