// A table whose cells open their statements: arrow keys walk from cell to cell, Enter opens one.

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function cell(entry, key) {
  const parts = [];
  if (entry.sign) parts.push(element('span', { class: 'sign', 'aria-hidden': 'true' }, entry.sign));
  if (entry.text) parts.push(entry.text);
  if (entry.count > 1) parts.push(element('span', { class: 'count', 'aria-hidden': 'true' }, `×${entry.count}`));
  if (!entry.count) return silent(entry);
  return element('button', {
    type: 'button', 'data-key': key, 'aria-label': entry.label, 'aria-pressed': 'false', title: entry.meaning,
  }, ...parts);
}

function silent(entry) {
  const sign = entry.sign ? [element('span', { role: 'img', 'aria-label': entry.meaning }, entry.sign)] : [];
  return element('span', { title: entry.meaning }, ...sign);
}

function row(line, columns) {
  const head = element('th', { scope: 'row', style: `padding-left:${10 + 20 * line.depth}px` });
  if (line.sign) {
    const how = { class: 'how', title: line.meaning, role: 'img', 'aria-label': line.meaning };
    head.append(element('span', how, line.sign), ' ');
  }
  head.append(line.name);
  const made = element('tr', { class: line.kind }, head);
  line.entries.forEach((entry, at) => {
    made.append(element('td', { 'data-sign': entry.sign }, cell(entry, `${line.key}~${columns[at].code}`)));
  });
  return made;
}

function grid(data) {
  const heads = [data.corner, ...data.columns.map(({ name }) => name)];
  const top = element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name)));
  const lines = data.lines.map((line) => row(line, data.columns));
  const width = `min-width:${260 + 120 * data.columns.length}px`;
  return element('table', { 'aria-label': data.title, style: width }, element('thead', {}, top), element('tbody', {}, ...lines));
}

function next(button, key) {
  const at = button.parentElement.cellIndex;
  const line = button.closest('tr');
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    for (let i = at + step; line.cells[i]; i += step) {
      const found = line.cells[i].querySelector('button');
      if (found) return found;
    }
    return null;
  }
  for (let i = line.sectionRowIndex + step; line.parentElement.rows[i]; i += step) {
    const found = line.parentElement.rows[i].cells[at].querySelector('button');
    if (found) return found;
  }
  return null;
}

function rove(buttons, at) { // one stop for Tab, the arrow keys do the rest
  for (const one of buttons) one.tabIndex = one === at ? 0 : -1;
}

function press(frame, picked) {
  for (const one of frame.querySelectorAll('button')) {
    one.setAttribute('aria-pressed', String(one.dataset.key === picked));
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const frame = parentElement.querySelector('.frame');
  const drawn = JSON.stringify([data.lines, data.columns, data.legend]);
  if (frame.drawn !== drawn) {
    frame.drawn = drawn;
    frame.replaceChildren(grid(data));
    parentElement.querySelector('.legend').replaceChildren(...data.legend.map(([sign, said]) =>
      element('li', {}, element('b', { 'aria-hidden': 'true', 'data-sign': sign }, sign), ` ${said}`)));
    const open = frame.querySelector(`[data-key="${CSS.escape(data.picked || '')}"]`);
    rove(frame.querySelectorAll('button'), open || frame.querySelector('button'));
  }
  press(frame, data.picked);
  frame.onclick = ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    rove(frame.querySelectorAll('button'), button);
    press(frame, button.dataset.key);
    setStateValue('picked', button.dataset.key);
    reveal(data.evidence);
  };
  frame.onkeydown = (event) => {
    const button = event.target.closest('button');
    if (!button || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = next(button, event.key);
    if (!to) return;
    rove(frame.querySelectorAll('button'), to);
    to.focus();
  };
}
