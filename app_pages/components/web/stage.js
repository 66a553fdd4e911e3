// A stage inside the page: drawn once for the same data; tells the app what is picked and when.

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const box = parentElement.querySelector('.box');
  const theme = themeOf(getComputedStyle(box));
  const key = JSON.stringify([data.stage, theme]);
  const wishes = { moment: data.moment, layout: data.layout, undated: data.undated, picked: data.picked };
  const obey = () => {
    const told = box.told || {};
    if (wishes.undated !== told.undated) box.stage.setUndated(wishes.undated);
    if (wishes.layout !== told.layout) box.stage.setLayout(wishes.layout);
    if (wishes.moment !== told.moment) box.stage.go(wishes.moment);
    if (JSON.stringify(wishes.picked) !== JSON.stringify(told.picked)) box.stage.pick(wishes.picked);
    box.told = wishes;
  };
  if (box.drawnKey !== key) {
    if (box.stage) box.stage.close();
    box.drawnKey = key;
    box.told = { undated: true, layout: 'all', moment: null, picked: null };
    box.style.setProperty('--high', `${data.height}px`);
    const tell = (name, value) => {
      box.told = { ...box.told, [name]: value };
      setStateValue(name, value);
    };
    box.stage = openStage(box, data.stage, theme, {
      onPick: (picked) => tell('picked', picked),
      onMoment: (year, isLast) => {
        const moment = isLast ? null : year;
        if (moment !== (box.told.moment ?? null)) tell('moment', moment);
      },
      onLayout: (layout) => tell('layout', layout),
      onUndated: (undated) => tell('undated', undated),
      onEvidence: () => goTo(data.evidence),
    });
  }
  obey();
}
