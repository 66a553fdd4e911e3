// A talk inside the page: drawn once for the same talk, theme and language; tells its step.

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const box = parentElement.querySelector('.box');
  const theme = themeOf(getComputedStyle(box));
  const key = JSON.stringify([data.name, data.language, theme, data.talk.steps]);
  if (box.drawnKey === key) return;
  if (box.talk) box.talk.close();
  box.drawnKey = key;
  box.talk = openTalk(box, data.talk, theme, { at: data.at, language: data.language, heading: 'h2' }, {
    onStep: (at) => setStateValue('step', at),
  });
}
