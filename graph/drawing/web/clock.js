// The time control of a stage: play, pause, step, slide; by mouse and by keyboard.

const BEAT = 1400; // milliseconds a step

function timeControl(bar, data, onMove) {
  const { years, words } = data;
  const last = Math.max(0, years.length - 1);
  let now = last, timer = null;
  const button = (sign, label, act, name) => {
    const one = put(bar, 'button', sign, `turn ${name}`);
    Object.assign(one, { type: 'button', title: label, onclick: act, disabled: !years.length });
    one.setAttribute('aria-label', label);
    return one;
  };
  const go = (moment, playing) => {
    const before = now;
    now = Math.max(0, Math.min(last, moment));
    slider.value = String(now);
    slider.setAttribute('aria-valuetext', said());
    year.textContent = years.length ? years[now] : '—';
    onMove(now, before, Boolean(playing));
  };
  const said = () => (years.length ? words.by_the_end.replace('{year}', years[now]) : words.nothing_dated);
  const stop = () => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    face();
    go(now);
  };
  const play = () => {
    if (!years.length) return;
    if (now === last) go(0, true);
    timer = setInterval(() => {
      go(now + 1, now + 1 < last);
      if (now === last) stop();
    }, BEAT);
    face();
  };
  const toggle = () => (timer === null ? play() : stop());
  const face = () => {
    const label = timer === null ? words.play : words.pause;
    main.textContent = timer === null ? '▶' : '❚❚';
    main.title = label;
    main.setAttribute('aria-label', label);
    main.dataset.playing = String(timer !== null);
  };
  const step = (by) => { stop(); go(now + by); };
  button('❙◀', words.back, () => step(-1), 'back');
  const main = button('▶', words.play, toggle, 'play');
  button('▶❙', words.forward, () => step(1), 'forward');
  const slider = put(bar, 'input', '', 'slider');
  Object.assign(slider, { type: 'range', min: '0', max: String(last), step: '1', disabled: !years.length });
  slider.setAttribute('aria-label', words.moment);
  const year = put(bar, 'output', '', 'year');
  slider.oninput = () => { if (timer !== null) { clearInterval(timer); timer = null; face(); } go(Number(slider.value)); };
  return { go, step, toggle, stop, now: () => now, playing: () => timer !== null };
}
