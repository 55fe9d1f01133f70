// The stage: one frame is drawn from a plan, and what can be worked on it is told as truth.
'use strict';

let plan;
let random;

/** A small generator of its own, so that the same plan is drawn the same way everywhere. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const below = count => Math.floor(random() * count);
const between = (least, most) => least + below(most - least + 1);
const pick = list => list[below(list.length)];
const chance = share => random() < share;

/** An element; attributes whose value is false or undefined are left out. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat());
  return element;
}

const box = (name, ...children) => make('div', {class: name}, ...children);

/** A string of the plan's language with its placeholders filled; unknown keys stand for themselves. */
function text(key) {
  const raw = key in plan.words ? plan.words[key] : key;
  return raw.replace(/\{(\w+)\}/g, (whole, name) => plan.names[name] ?? whole);
}

const sentence = () => text(pick(plan.sentences));
const paragraph = count => Array.from({length: count}, sentence).join(' ');

/** A label as it is drawn, with its mnemonic underlined where the plan says so. */
function drawn(label) {
  const match = /^(.*?)&([^& ])(.*)$/.exec(label);
  if (!match) {
    return [label];
  }
  const inParentheses = match[1].endsWith('(') && match[3].startsWith(')');
  if (inParentheses && plan.mnemonics === 'none') {
    return [match[1].slice(0, -1) + match[3].slice(1)];
  }
  const letter = plan.mnemonics === 'underlined' ? make('u', {}, match[2]) : match[2];
  return [match[1], letter, match[3]];
}

/** The same without its mnemonic. */
const unmarked = key => text(key).replace(/\(&.\)|&/g, '');

/** A key with its marks: `!` default, `*` intended, `-` disabled, `+` checked, `@` focused. */
function spec(word) {
  const [, key, marks] = /^(.*?)([!*\-+@]*)$/.exec(word);
  return {
    label: text(key),
    isDefault: marks.includes('!'),
    intended: marks.includes('*'),
    enabled: !marks.includes('-'),
    checked: marks.includes('+'),
    focused: marks.includes('@'),
  };
}

/** Marks an element as one that a person can work. */
function control(kind, element, facts, label = element.textContent) {
  element.dataset.control = kind;
  element.dataset.label = label.replace(/\s+/g, ' ').trim();
  for (const name of ['isDefault', 'intended', 'enabled', 'checked', 'focused']) {
    element.dataset[name] = facts[name] ? '1' : '';
  }
  return element;
}

function button(word, name = '') {
  const facts = spec(word);
  facts.focused ||= facts.isDefault && plan.focus;
  const classes = [name, facts.isDefault ? 'default' : '', facts.focused ? 'focused' : ''];
  const element = make('button', {class: classes.join(' ').trim(), disabled: !facts.enabled},
      make('span', {class: 'face'}, ...drawn(facts.label)));
  return control('button', element, facts);
}

function link(word, name = 'link') {
  const facts = spec(word);
  return control('link', make('span', {class: name}, ...drawn(facts.label)), facts);
}

/** A check box or radio button: its mark together with its label. */
function mark(kind, word) {
  const facts = spec(word);
  const id = 'mark' + document.querySelectorAll('input').length + '-' + below(1e9);
  const type = kind === 'check_box' ? 'checkbox' : 'radio';
  const input = make('input',
      {type, id, name: id, checked: facts.checked, disabled: !facts.enabled});
  const label = make('label', {for: id}, ...drawn(facts.label));
  return control(kind, make('span', {class: 'mark'}, input, label), facts, label.textContent);
}

function field(value, facts, type = 'text') {
  const shown = text(value);
  const element = make('input', {type, value: shown, class: facts.focused ? 'field focused' : 'field', tabindex: -1});
  return control('text_field', element, {enabled: true, ...facts}, type === 'password' ? '' : shown);
}

const edges = element => {
  const rect = element.getBoundingClientRect();
  const scale = plan.scale;
  const left = Math.round(rect.left * scale);
  const top = Math.round(rect.top * scale);
  return {
    x: left,
    y: top,
    width: Math.round(rect.right * scale) - left,
    height: Math.round(rect.bottom * scale) - top,
  };
};

/** The share of an element that nothing covers, by a grid of probes. */
function visible(element) {
  const rect = element.getBoundingClientRect();
  const columns = 16;
  const rows = 5;
  let seen = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = rect.left + rect.width * (column + 0.5) / columns;
      const y = rect.top + rect.height * (row + 0.5) / rows;
      const top = document.elementFromPoint(x, y);
      seen += top && (element === top || element.contains(top)) ? 1 : 0;
    }
  }
  return Math.round(100 * seen / (columns * rows)) / 100;
}

/** What there is on the frame, in the format of the truth. */
function truth() {
  const marked = [...document.querySelectorAll('[data-control]')]
      .map(element => ({element, share: visible(element)}))
      .filter(each => each.share > 0);
  const controls = marked.map(({element, share}) => ({
    kind: element.dataset.control,
    box: edges(element),
    label: element.dataset.label,
    enabled: element.dataset.enabled === '1',
    isDefault: element.dataset.isDefault === '1',
    focused: element.dataset.focused === '1',
    checked: element.dataset.checked === '1',
    visible: share,
  }));
  const panels = [...document.querySelectorAll('[data-panel]')].map(element => ({
    kind: element.dataset.panel,
    box: edges(element),
    title: element.dataset.title,
  }));
  const intended = marked.flatMap(
      ({element}, index) => element.dataset.intended === '1' ? [index] : []);
  return {panels, controls, intended, hidden: plan.hidden};
}

/** Draws the plan and tells its truth. */
async function draw(wanted) {
  plan = wanted;
  random = seeded(plan.seed);
  document.documentElement.lang = plan.language === 'zh' ? 'zh-Hans' : plan.language;
  document.body.className = ['stage', 'skin-' + plan.skin, plan.dark ? 'dark' : 'light',
    plan.contrast ? 'contrast' : '', ['win10', 'win11', 'gtk', 'qt', 'flat'].includes(plan.skin) ? 'own' : '', 'lang-' + plan.language, plan.taskbar ? 'has-taskbar' : ''].join(' ');
  document.body.style.setProperty('--font', plan.font);
  document.body.style.setProperty('--size', plan.fontSize + 'px');
  document.body.style.setProperty('--accent', plan.accent);
  document.body.replaceChildren();
  drawDesktop();
  if (plan.distractor) {
    distract(plan.distractor);
  }
  if (plan.dialog) {
    drawDialog(plan.dialog);
  }
  await document.fonts.ready;
  return truth();
}
