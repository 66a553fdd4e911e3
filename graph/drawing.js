// The page of an exported stage: its theme, and the evidence of what is picked.

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

function openPage(page) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const box = document.querySelector('.box'), panel = document.querySelector('.evidence');
  const { lines, picture, themes } = page.stage;
  let stage = null, year = null;
  const onPick = ({ node, edge }) => {
    const chosen = lines.filter(({ id, ends }) => id === edge || ends.includes(node));
    const ids = [...new Set(chosen.flatMap(({ id }) => page.bearing[id]))];
    const named = picture.nodes.find(({ id }) => id === node);
    if (ids.length) showEvidence(panel, page, ids, named ? named.title : chosen[0].title);
    else panel.hidden = true;
  };
  const paint = () => {
    const theme = dark.matches ? 'dark' : 'light';
    const style = document.documentElement.style;
    style.setProperty('--ground', themes[theme].ground);
    style.setProperty('--text', themes[theme].text);
    if (stage) stage.close();
    stage = openStage(box, page.stage, theme, {
      onPick, onMoment: (moment) => { year = moment; }, onLayout() {}, onUndated() {},
    });
    if (year !== null) stage.go(year);
  };
  dark.addEventListener('change', paint);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') panel.hidden = true;
  });
  paint();
  document.body.dataset.ready = String(picture.nodes.length);
}
