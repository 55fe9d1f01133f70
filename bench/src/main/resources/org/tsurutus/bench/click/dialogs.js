// How dialogs are laid out. Which there are and what they say is data.
'use strict';

const parts = {
  text: part => make('p', {class: 'says'}, text(part.text)),
  heading: part => make('h2', {class: 'instruction'}, text(part.heading)),
  check: part => box('line', mark('check_box', part.check)),
  radio: part => box('line', mark('radio_button', part.radio)),
  link: part => box('line', link(part.link)),
  licence: () => box('licence', ...Array.from({length: 5}, () => make('p', {}, paragraph(5)))),
  field: part => box('line labelled', ...(part.caption ? [make('span', {class: 'caption'}, text(part.caption))] : []),
      field(part.field, part, part.type), ...(part.button ? [button(part.button)] : [])),
  list: part => box('choices', ...part.list.map(key => box('row', unmarked(key)))),
  facts: part => box('facts', ...part.facts.map(key => make('p', {}, text(key)))),
  command: part => commandLink(part),
  buttons: part => box('line spread', ...part.buttons.map(word => button(word))),
  progress: () => box('progress', make('div', {style: `width:${between(5, 95)}%`})),
  space: part => make('div', {style: `height:${part.space}px`}),
};

function content(list) {
  return (list ?? []).map(part => parts[Object.keys(part).find(key => key in parts)](part));
}

function commandLink(part) {
  const facts = spec(part.command);
  const element = make('button', {class: 'command' + (facts.isDefault ? ' default' : '')},
      make('span', {class: part.shield ? 'glyph shield' : 'glyph'}),
      make('span', {class: 'both'}, make('span', {class: 'main'}, ...drawn(facts.label)),
          ...(part.note ? [make('span', {class: 'note'}, text(part.note))] : [])));
  const label = make('span', {}, ...drawn(facts.label)).textContent;
  return control('button', element, facts, label);
}

function row(words) {
  const wide = chance(0.2) ? ' wide' : '';
  const list = plan.reversed ? [...words].reverse() : [...words];
  if (words.length > 1 && !words.includes('help') && chance(0.08)) {
    list.push('help');
  }
  return box('buttons' + wide, ...list.map(word => button(word)));
}

const badge = name => make('span', {class: 'badge ' + name}, {error: '×', warning: '!', question: '?', info: 'i', shield: ''}[name]);

const layouts = {
  message: dialog => [
    box('message', ...(dialog.icon ? [badge(dialog.icon)] : []), box('column', ...content(dialog.parts))),
    ...footer(dialog),
  ],
  side: dialog => [
    box('sides', box('picture'), box('column', ...content(dialog.parts))),
    ...footer(dialog),
  ],
  page: dialog => [
    box('banner', box('column', make('b', {}, text(dialog.heading)), make('span', {}, text(dialog.subheading))), icon(36)),
    box('page', ...content(dialog.parts)),
    ...footer(dialog),
  ],
  task: dialog => [
    box('upper', box('message', ...(dialog.icon ? [badge(dialog.icon)] : []), box('column', ...content(dialog.parts)))),
    ...footer(dialog),
  ],
  plain: dialog => [...content(dialog.parts), ...footer(dialog)],
};

function footer(dialog) {
  const left = content(dialog.left);
  const words = dialog.buttons ?? [];
  return words.length + left.length === 0 ? [] : [box('footer', box('left', ...left), row(words))];
}

const panelOf = (element, dialog, title) => {
  element.dataset.panel = dialog.panel;
  element.dataset.title = title;
  return element;
};

/** Draws the dialog in front of all, then hides what the plan wants hidden. */
function drawDialog(dialog) {
  const title = text(dialog.title);
  if (dialog.dims && plan.dims) {
    document.body.append(box('dim'));
  }
  if (dialog.layout === 'bar') {
    drawBar(dialog, title);
  } else {
    const owner = plan.owner ? textWindow(false) : undefined;
    const inside = layouts[dialog.layout](dialog);
    const frameless = dialog.frame === 'none';
    const element = frameless ? box('window bare ' + dialog.look, ...inside)
      : frame(title, inside, {active: plan.hidden !== 'behind', name: 'dialog layout-' + dialog.layout + ' ' + (dialog.look ?? '')});
    element.style.width = Math.min(Math.round(dialog.width * plan.stretch), plan.width - 8) + 'px';
    element.classList.add('loose');
    document.body.append(panelOf(element, dialog, frameless ? '' : title));
    settle(element, owner);
    if (plan.hidden === 'partly' || plan.hidden === 'behind') {
      cover(element);
    }
  }
  if (plan.hidden === 'pointer') {
    drawPointer(pick([...document.querySelectorAll('[data-panel] [data-control]')]));
  }
}

function settle(element) {
  if (element.classList.contains('band')) {
    element.style.width = plan.width + 'px';
    place(element, 0, plan.height * 0.3);
    return;
  }
  const rect = element.getBoundingClientRect();
  const floor = plan.taskbar ? 40 : 0;
  place(element,
      Math.max(0, (plan.width - rect.width) * plan.position[0]),
      Math.max(0, (plan.height - floor - rect.height) * plan.position[1]));
}

function message(dialog, title) {
  return panelOf(box('officebar ' + dialog.look, badge('shield'), make('b', {}, title),
      make('span', {class: 'says'}, text(dialog.says)), ...dialog.buttons.map(word => button(word, 'flat')),
      make('span', {class: 'shut'}, '×')), dialog, title);
}

/** A bar across a window, as office programs show before they run macros and browsers after downloads. */
function drawBar(dialog, title) {
  if (dialog.host === 'browser') {
    browser(title, 'https://example.com/', ...article(), ...article()).append(message(dialog, title));
    return;
  }
  const program = pick(['Excel', 'Word', 'PowerPoint']);
  const lines = Array.from({length: 14}, () => make('p', {}, paragraph(3)));
  const ribbon = box('ribbon ' + program, ...plan.tabs.map(tab => make('span', {}, tab)));
  const window = frame(plan.names.document + ' - ' + program,
      [ribbon, message(dialog, title), box('sheet', program === 'Excel' ? cells() : box('paper', ...lines))], {name: 'office'});
  scatter(window, plan.width * (0.7 + random() * 0.3), plan.height * (0.7 + random() * 0.25));
}

function cells() {
  const table = make('table', {class: 'cells'});
  for (let line = 0; line < 30; line++) {
    const cellsOfLine = Array.from({length: 14}, () =>
      make('td', chance(0.08) ? {style: `background:hsl(${hue()} 80% 80%)`} : {}, chance(0.4) ? String(below(9999)) : ''));
    table.append(make('tr', {}, make('th', {}, String(line + 1)), ...cellsOfLine));
  }
  return table;
}
