// The curve of a stage: steps that are sure, a hatched band up to what is possible, the undated aside.

const TICK = 14; // pixels high: the smallest text

function ticks(most) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].find((one) => most / one <= 5) || most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

// Clears a curve's frame and draws its axes: lines for round numbers, and as many years as there
// is room for. Gives the room, and where a year (a band) and a count stand; null without room.
function openAxes(frame, svg, { years, letter = TICK }, { now, most, aside }) {
  const grow = letter / TICK;
  const width = frame.clientWidth / grow, height = frame.clientHeight / grow;
  if (!width || !height) return null;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.replaceChildren();
  const left = 40, right = width - aside(width), top = 16, foot = height - 30;
  const x = (at) => left + ((right - left) * at) / Math.max(1, years.length);
  const y = (count) => foot - ((foot - top) * count) / most;
  for (const count of ticks(most)) {
    draw(svg, 'path', { d: `M${left} ${y(count)}H${right}` }, 'grid');
    draw(svg, 'text', { x: left - 8, y: y(count) + 5, 'text-anchor': 'end' }, 'tick').textContent = count;
  }
  const every = Math.ceil((48 * years.length) / Math.max(1, right - left));
  years.forEach((year, at) => {
    if ((years.length - 1 - at) % every) return;
    draw(svg, 'text', { x: x(at + 0.5), y: foot + 20, 'text-anchor': 'middle' }, `tick${at === now ? ' now' : ''}`).textContent = year;
  });
  return { width, right, top, foot, x, y };
}

// Steps along some counts, a band each, forth as a path of its own and back as the end of another.
function stepsForth(counts, x, y) {
  return `M${x(0)} ${y(counts[0])}${counts.map((count, at) => `V${y(count)}H${x(at + 1)}`).join('')}`;
}

function stepsBack(counts, x, y) {
  return counts.map((count, at) => `V${y(count)}H${x(at)}`).reverse().join('');
}

function curvePane(pane, data, hooks) {
  if (data.curves.length) return curvesPane(pane, data, hooks);
  const { curve, years, words } = data;
  const heading = put(put(pane, 'div', '', 'top'), 'h2', curve.title);
  const frame = put(pane, 'div', '', 'frame');
  const svg = draw(frame, 'svg', { role: 'img', 'aria-label': words.curve_help }, 'curve');
  if (curve.undated.length) {
    put(heading, 'small', ` · ${words.undated_count.replace('{count}', curve.undated.length)}`).title = curve.undated.join(words.comma);
  }
  let now = years.length - 1;

  function paint() {
    const most = Math.max(1, curve.whole);
    const aside = curve.undated.length ? 92 : 12;
    const axes = openAxes(frame, svg, data, { now, most, aside: () => aside });
    if (!axes) return;
    const { width, right, top, foot, x, y } = axes;
    const hatch = draw(draw(svg, 'defs', {}), 'pattern', { id: 'hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
    draw(hatch, 'line', { x1: 0, y1: 0, x2: 0, y2: 7 }, 'hatch');
    if (curve.undated.length) drawAside(right + 14, width - 6, top, foot, y);
    if (!years.length) return;
    const [certain, possible] = [curve.certain, curve.possible].map((counts) => counts.slice(0, now + 1));
    if (possible.some((count, at) => count > certain[at])) {
      draw(svg, 'path', { d: `${stepsForth(possible, x, y)}${stepsBack(certain, x, y)}Z` }, 'band');
      draw(svg, 'path', { d: stepsForth(possible, x, y) }, 'possible');
    }
    draw(svg, 'path', { d: stepsForth(certain, x, y) }, 'certain');
    draw(svg, 'path', { d: `M${x(now + 1)} ${top}V${foot}` }, 'moment');
    draw(svg, 'circle', { cx: x(now + 1), cy: y(curve.certain[now]), r: 6 }, 'head');
    label(x(now + 1), y(curve.certain[now]), String(curve.certain[now]), right);
    if (curve.possible[now] > curve.certain[now]) label(x(now + 1), y(curve.possible[now]), `≤ ${curve.possible[now]}`, right);
    names(x, y, right);
  }

  function label(at, level, text, right) {
    const inside = at > right - 40;
    draw(svg, 'text', { x: at + (inside ? -10 : 10), y: level - 8, 'text-anchor': inside ? 'end' : 'start' }, 'count').textContent = text;
  }

  // Few enough to be named: who is new at each step.
  function names(x, y, right) {
    if (curve.whole > 12) return;
    curve.news.slice(0, now + 1).forEach(({ certain, possible }, at) => {
      const who = [...certain, ...possible.map((name) => `${name}?`)];
      if (!who.length) return;
      const inside = x(at) > right - 130 && years.length > 2;
      const level = y(certain.length ? curve.certain[at] : curve.possible[at]);
      const text = draw(svg, 'text', { x: x(at) + (inside ? -12 : 8), y: level + 18, 'text-anchor': inside ? 'end' : 'start' }, 'who');
      text.textContent = who.length > 2 ? `${who.slice(0, 2).join(words.comma)} +${who.length - 2}` : who.join(words.comma);
    });
  }

  // The undated: a pile of their own in a strip like the network's column.
  function drawAside(left, right, top, foot, y) {
    draw(svg, 'rect', { x: left, y: top - 10, width: right - left, height: foot - top + 10 }, 'strip');
    draw(svg, 'text', { x: (left + right) / 2, y: foot + 20, 'text-anchor': 'middle' }, 'tick').textContent = words.undated;
    const level = y(curve.undated.length);
    const bar = draw(svg, 'rect', { x: left + 20, y: level, width: right - left - 40, height: foot - level }, 'pile');
    draw(bar, 'title', {}).textContent = curve.undated.join(words.comma);
    draw(svg, 'text', { x: (left + right) / 2, y: level - 8, 'text-anchor': 'middle' }, 'count').textContent = curve.undated.length;
  }

  return { fit: paint, show(moment) { now = moment; paint(); } };
}
