// A talk inside the page: drawn once for the same talk, theme and language; tells its step.

function isDark(style) {
  const probe = document.createElement('canvas').getContext('2d');
  probe.fillStyle = style.getPropertyValue('--st-background-color').trim() || '#fff';
  const [r, g, b] = probe.fillStyle.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
  return 0.3 * r + 0.6 * g + 0.1 * b < 128;
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const box = parentElement.querySelector('.box');
  const theme = isDark(getComputedStyle(box)) ? 'dark' : 'light';
  const key = JSON.stringify([data.name, data.language, theme, data.talk.steps]);
  if (box.drawnKey === key) return;
  if (box.talk) box.talk.close();
  box.drawnKey = key;
  box.talk = openTalk(box, data.talk, theme, { at: data.at, language: data.language, heading: 'h2' }, {
    onStep: (at) => setStateValue('step', at),
  });
}
