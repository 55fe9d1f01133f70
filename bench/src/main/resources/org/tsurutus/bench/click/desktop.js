// What lies under and around dialogs: wallpaper, icons, taskbar, other windows, the pointer.
'use strict';

const hue = () => between(0, 359);

const wallpapers = {
  plain: () => pick(['#008080', '#3a6ea5', '#004e98', '#245edb', '#0078d7', '#1f1f1f', '#5c2d91', '#808080', '#fff']),
  gradient: () => `linear-gradient(${between(0, 359)}deg, hsl(${hue()} 55% 35%), hsl(${hue()} 60% 60%))`,
  glow: () => `radial-gradient(circle at ${between(20, 80)}% ${between(20, 80)}%, hsl(${hue()} 80% 75%), hsl(${hue()} 70% 25%) 60%, #001)`,
  busy: () => Array.from({length: 40}, () =>
    `radial-gradient(ellipse ${between(10, 160)}px ${between(10, 120)}px at ${between(0, 100)}% ${between(0, 100)}%, hsl(${hue()} 60% ${between(25, 75)}% / .8), transparent 99%)`)
      .concat(`hsl(${hue()} 40% 45%)`).join(','),
  stripes: () => `repeating-linear-gradient(${between(0, 179)}deg, hsl(${hue()} 40% 40%) 0 ${between(4, 30)}px, hsl(${hue()} 45% 60%) 0 ${between(34, 70)}px)`,
  tiles: () => `repeating-conic-gradient(hsl(${hue()} 30% 40%) 0 25%, hsl(${hue()} 35% 55%) 0 50%) 0 0 / ${between(20, 120)}px ${between(20, 120)}px`,
  photo: () => 'none',
};

/** Noise of several sizes, as a photograph of leaves or pebbles has it. */
function photo() {
  const canvas = make('canvas', {width: plan.width, height: plan.height, class: 'photo'});
  const pen = canvas.getContext('2d');
  const tint = hue();
  pen.fillStyle = `hsl(${tint} 30% 40%)`;
  pen.fillRect(0, 0, plan.width, plan.height);
  for (let dot = 0; dot < 4000; dot++) {
    const size = Math.pow(random(), 4) * 120 + 3;
    pen.fillStyle = `hsl(${tint + between(-40, 40)} ${between(10, 70)}% ${between(10, 85)}% / .7)`;
    pen.beginPath();
    pen.ellipse(random() * plan.width, random() * plan.height, size, size * random(), random() * 3, 0, 7);
    pen.fill();
  }
  return canvas;
}

function icon(size = 32) {
  const shape = pick(['50%', '4px', '0', '30% 0', '50% 50% 4px 4px']);
  const style = `width:${size}px;height:${size}px;border-radius:${shape};background:linear-gradient(${between(0, 359)}deg, hsl(${hue()} 70% 55%), hsl(${hue()} 60% 35%));`;
  return make('span', {class: 'icon', style});
}

function drawDesktop() {
  const desktop = box('desktop');
  desktop.style.background = wallpapers[plan.wallpaper]();
  if (plan.wallpaper === 'photo') {
    desktop.append(photo());
  }
  const icons = box('icons');
  for (let count = 0; count < plan.icons; count++) {
    icons.append(box('shortcut', icon(), make('span', {}, pick(plan.programs))));
  }
  desktop.append(icons);
  document.body.append(desktop);
  for (let count = 0; count < plan.around; count++) {
    pick([folderWindow, textWindow, webWindow])(false);
  }
  if (plan.taskbar) {
    document.body.append(taskbar());
  }
}

function taskbar() {
  const tasks = Array.from({length: between(1, 4)}, () => box('task', icon(14), pick(plan.programs)));
  const clock = `${between(0, 23)}:${String(between(0, 59)).padStart(2, '0')}`;
  return box('taskbar', box('startbutton', icon(16), plan.skin === 'winxp' ? 'start' : ''), ...tasks, box('clock', clock));
}

/** A window with a title bar; the theme's style sheet gives it its looks. */
function frame(title, children, {active = true, name = ''} = {}) {
  const bar = box('title-bar' + (active ? '' : ' inactive'),
      box('title-bar-text', title),
      box('title-bar-controls',
          ...(name.includes('dialog') && chance(0.7) ? ['Close'] : ['Minimize', 'Maximize', 'Close'])
              .map(label => make('button', {'aria-label': label}))));
  const classes = ['window', active ? 'active' : '', plan.skin === 'win7' ? 'glass' : '', name];
  return box(classes.join(' '), bar, box('window-body', ...children));
}

function place(element, left, top) {
  element.style.left = Math.round(left) + 'px';
  element.style.top = Math.round(top) + 'px';
}

/** Puts a finished window somewhere on the desktop. */
function scatter(element, width, height) {
  element.classList.add('loose');
  element.style.width = Math.min(width, plan.width) + 'px';
  element.style.height = Math.min(height, plan.height) + 'px';
  document.body.append(element);
  place(element, random() * Math.max(1, plan.width - width), random() * Math.max(1, plan.height - height));
  return element;
}

function folderWindow(active) {
  const rows = Array.from({length: between(4, 14)}, () =>
    box('row', icon(14), make('span', {class: 'wide'}, pick(plan.files)), make('span', {}, `${between(1, 999)} KB`)));
  return scatter(frame(pick(plan.programs), [box('paper list', ...rows)], {active}), between(300, 620), between(200, 420));
}

function textWindow(active) {
  const lines = Array.from({length: between(3, 12)}, () => make('p', {}, paragraph(between(1, 3))));
  return scatter(frame(pick(plan.files), [box('paper', ...lines)], {active}), between(300, 640), between(200, 440));
}

function webWindow(active) {
  return scatter(frame(pick(plan.programs), [box('web', ...article())], {active}), between(360, 700), between(240, 460));
}

function article() {
  return [make('h1', {}, pick(plan.programs)), make('p', {}, paragraph(3)), make('p', {}, paragraph(4))];
}

/** A pointer, drawn over the label it points at. */
function drawPointer(target) {
  const rect = target.getBoundingClientRect();
  const pointer = make('div', {class: 'pointer'});
  place(pointer, rect.left + rect.width * (0.2 + random() * 0.6), rect.top + rect.height * (0.3 + random() * 0.5));
  document.body.append(pointer);
}

/** A window over a part of the dialog that leaves what is intended in sight. */
function cover(dialog) {
  const intended = [...dialog.querySelectorAll('[data-intended="1"]')];
  const lid = pick([folderWindow, textWindow, webWindow])(true);
  lid.classList.add('lid');
  const rect = dialog.getBoundingClientRect();
  for (let attempt = 0; attempt < 12; attempt++) {
    place(lid, rect.left + (random() * 1.6 - 0.9) * rect.width, rect.top + (random() * 1.4 - 1) * rect.height);
    if (intended.every(each => visible(each) >= 0.9)) {
      return;
    }
  }
  lid.remove();
  plan.hidden = 'none';
}
