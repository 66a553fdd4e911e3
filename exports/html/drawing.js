// The page of an exported stage: it follows the theme of the system.

function openPage(data) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const box = document.querySelector('.box');
  let stage = null, year = null;
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light', { style } = document.documentElement;
    style.setProperty('--ground', data.themes[theme].ground);
    style.setProperty('--text', data.themes[theme].text);
    if (stage) stage.close();
    stage = openStage(box, data, theme, { onMoment: (moment) => { year = moment; } });
    if (year !== null) stage.go(year);
    box.stage = stage;
  };
  dark.addEventListener('change', paint);
  paint();
  document.body.dataset.ready = String(data.picture.nodes.length);
}
