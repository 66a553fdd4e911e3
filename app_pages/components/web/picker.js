// A field that finds things by any of their names: the typed text goes to the app, which answers
// with what may be meant. A combobox with a list, as the ARIA patterns describe it.

const PAUSE = 120; // milliseconds after the last key before the app is asked
const PARTS = ['label', 'box', 'chips', 'input', 'clear', 'list', 'options', 'note', 'status'];

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function chip({ code, name }, words) {
  const label = words.remove.replace('{name}', name);
  const cross = element('span', { 'aria-hidden': 'true' }, '✕');
  const button = element('button', { type: 'button', 'data-remove': code, 'aria-label': label, title: label }, cross);
  return element('li', {}, element('span', {}, name), button);
}

function option({ code, name, more }, place, isChosen) {
  const attributes = { role: 'option', id: `option-${place}`, 'data-code': code, 'aria-selected': String(isChosen) };
  return element('li', attributes, element('span', { class: 'name' }, name), ' ', element('span', { class: 'more' }, more));
}

// The list lies above all else on the page, below its field or, without room there, above it.
function place(list, box) {
  const { left, top, bottom, width } = box.getBoundingClientRect();
  const below = window.innerHeight - bottom - 12;
  const isBelow = below > 220 || below > top;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.maxHeight = `${Math.min(380, isBelow ? below : top - 12)}px`;
  list.style.top = isBelow ? `${bottom + 4}px` : 'auto';
  list.style.bottom = isBelow ? 'auto' : `${window.innerHeight - top + 4}px`;
}

class Picker {
  constructor(root) {
    for (const name of PARTS) this[name] = root.querySelector(`.${name}`);
    this.input.oninput = () => { this.open(); this.ask(this.input.value); };
    this.input.onkeydown = (event) => this.key(event);
    this.chips.onkeydown = (event) => this.move(event);
    this.box.onclick = ({ target }) => this.clicked(target);
    this.options.onpointerdown = (event) => event.preventDefault(); // the field keeps the focus
    this.options.onclick = ({ target }) => this.take(target.closest('[role=option]'));
    root.onfocusout = ({ relatedTarget }) => { if (!root.contains(relatedTarget)) this.close(); };
    const follow = () => { if (this.isOpen) place(this.list, this.box); };
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
  }

  show(data, tell) {
    this.data = data;
    this.tell = tell;
    this.showChosen(data);
    this.showOptions(data);
    if (!this.isOpen) this.restore();
    else place(this.list, this.box);
    if (this.waits && this.isFresh) this.enter();
  }

  showChosen({ label, words, chosen, several, placeholder, clears }) {
    this.label.textContent = label;
    this.chips.hidden = !several || !chosen.length;
    this.chips.replaceChildren(...(several ? chosen.map((one) => chip(one, words)) : []));
    if (this.moved) [...this.chips.querySelectorAll('button')].find(({ dataset }) => dataset.remove === this.moved)?.focus();
    this.moved = null;
    this.input.placeholder = chosen.length ? '' : placeholder;
    this.clear.hidden = !clears || !chosen.length;
    this.clear.setAttribute('aria-label', words.clear);
    this.clear.title = words.clear;
  }

  showOptions({ label, options, typed, note, status }) {
    const known = new Set(this.codes);
    this.options.setAttribute('aria-label', label);
    this.options.replaceChildren(...options.map((one, at) => option(one, at, known.has(one.code))));
    this.note.textContent = note;
    this.note.hidden = !note;
    this.status.textContent = this.isOpen ? status : '';
    this.go(typed && options.length ? 0 : -1);
  }

  get isOpen() { return this.input.getAttribute('aria-expanded') === 'true'; }

  get isFresh() { return this.data.typed === (this.asked || ''); }

  get codes() { return this.data.chosen.map(({ code }) => code); }

  open() {
    if (this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'true');
    this.list.showPopover();
    place(this.list, this.box);
    this.ask('');
  }

  close() {
    this.waits = false;
    if (!this.isOpen) return;
    this.input.setAttribute('aria-expanded', 'false');
    this.list.hidePopover();
    this.restore();
    this.go(-1);
  }

  restore() {
    this.input.value = this.data.several ? '' : (this.data.chosen[0] || { name: '' }).name;
  }

  ask(text) {
    clearTimeout(this.timer);
    this.asked = text.trim();
    if (!this.isFresh) this.timer = setTimeout(() => this.tell('typed', this.asked), PAUSE);
  }

  clicked(target) {
    const button = target.closest('button');
    if (button === this.clear) this.choose([]);
    else if (button) this.choose(this.codes.filter((one) => one !== button.dataset.remove));
    this.input.focus();
    if (button || this.isOpen) return;
    this.open();
    this.input.select();
  }

  choose(codes) {
    clearTimeout(this.timer);
    this.close();
    this.asked = '';
    this.tell('chosen', codes);
  }

  // What is chosen stands in the order of choosing; the arrow keys move it.
  move(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const code = event.target.closest('button')?.dataset.remove;
    const from = this.codes.indexOf(code);
    if (!step || !this.codes[from + step]) return;
    event.preventDefault();
    const codes = this.codes;
    codes.splice(from + step, 0, codes.splice(from, 1)[0]);
    this.choose(codes);
    this.moved = code;
  }

  take(found) {
    if (!found) return;
    const { code } = found.dataset;
    if (!this.data.several) this.choose([code]);
    else if (this.codes.includes(code)) this.choose(this.codes.filter((one) => one !== code));
    else if (this.codes.length < this.data.most) this.choose([...this.codes, code]);
  }

  go(at) {
    const all = [...this.options.children];
    this.at = at;
    all.forEach((one, place) => one.classList.toggle('at', place === at));
    if (!all[at]) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', all[at].id);
    if (this.isOpen) all[at].scrollIntoView({ block: 'nearest' });
  }

  // Enter before the app has answered waits for it, and takes only what is named in full.
  enter() {
    if (!this.isFresh) { this.waits = true; return; }
    const all = [...this.options.children];
    const found = this.waits ? all.find(({ dataset }) => dataset.code === this.data.meant) : all[this.at];
    this.waits = false;
    this.take(found);
  }

  walk(step) {
    const count = this.options.children.length;
    if (!this.isOpen) this.open();
    else if (count) this.go(this.at < 0 ? (step > 0 ? 0 : count - 1) : (this.at + step + count) % count);
  }

  key(event) {
    const { key } = event;
    const isEmpty = this.data.several && !this.input.value;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.walk(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && this.isOpen) this.enter();
    else if (key === 'Enter') this.open();
    else if (key === 'Escape' && this.isOpen) this.close();
    else if (key === 'Backspace' && isEmpty && this.codes.length) this.choose(this.codes.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not what the field stands in
  }
}

// A panel that opens stands at the page's end for Tab: who opens it by keyboard is brought to it.
function enterPanel(root, tries = 60) { // it cannot take the focus before it has found its place
  const panel = (root.getRootNode().host || root).closest('[data-testid="stPopoverBody"]');
  const byKey = document.activeElement.matches('[data-testid="stPopoverButton"]:focus-visible');
  if (!panel || !byKey || !tries) return;
  panel.querySelector('input')?.focus();
  setTimeout(() => enterPanel(root, tries - 1), 50);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector('.picker');
  if (!root.picker) enterPanel(root);
  root.picker ||= new Picker(root);
  root.picker.show(data, setTriggerValue);
}
