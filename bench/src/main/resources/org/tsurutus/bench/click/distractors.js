// Screens on which nothing may be clicked, however much some of it looks like a button.
'use strict';

const webButton = (word, name = '') => button(word, 'web-button ' + name);

function full(element) {
  element.classList.add('full');
  document.body.append(element);
  return element;
}

function browser(title, address, ...children) {
  const bars = [box('tabs', box('tab', title), box('tab dim-tab', pick(plan.programs))),
    box('address', '← → ⟳', box('url', address))];
  const window = box('browser', ...bars, box('web', ...children));
  return chance(0.5) ? full(window) : scatter(window, plan.width * 0.8, plan.height * 0.8);
}

const card = (...children) => box('card', ...children);

const distractors = {
  download: () => browser(pick(plan.programs), 'https://example.org/download',
      make('h1', {}, plan.names.program), make('p', {}, paragraph(2)),
      box('line', webButton('download', 'big green'), webButton('learnmore')), make('p', {}, paragraph(4))),
  cookies: () => browser(pick(plan.programs), 'https://example.com/news', ...article(), ...article(),
      box('cookies', make('p', {}, text('cookietext')),
          box('line', webButton('acceptall', 'green'), webButton('decline'), webButton('settings')))),
  shop: () => browser(pick(plan.programs), 'https://shop.example/',
      box('grid', ...Array.from({length: 8}, () =>
        card(icon(64), make('b', {}, pick(plan.programs)), webButton(pick(['buy', 'addtocart']), 'green'))))),
  store: () => full(box('store', make('h1', {}, text('apps')),
      box('grid', ...Array.from({length: 10}, () =>
        card(icon(48), make('b', {}, pick(plan.programs)), webButton(pick(['installnow', 'open', 'get']))))))),
  subscribe: () => browser(pick(plan.programs), 'https://blog.example/', ...article(),
      card(make('h2', {}, text('subscribe')), make('p', {}, sentence()), field('name@example.com', {}), webButton('subscribe', 'green'))),
  document: () => scatter(frame(plan.names.document, [box('paper big', ...article(),
      make('p', {}, ['ok', 'yes', 'next', 'cancel', 'install'].map(unmarked).join(' / ')),
      wordTable(), ...article())]), plan.width * 0.8, plan.height * 0.85),
  desktop: () => {},
  startmenu: () => {
    const menu = box('startmenu', ...Array.from({length: 9}, () => box('row', icon(22), pick(plan.programs))),
        box('row', text('shutdown')), box('row', text('settings')));
    document.body.append(menu);
  },
  files: () => { folderWindow(true); folderWindow(true); },
  terminal: () => scatter(frame('C:\\Windows\\System32\\cmd.exe', [box('terminal', terminalText())]), plan.width * 0.6, plan.height * 0.6),
  editor: () => full(box('editor', codeText())),
  spreadsheet: () => scatter(frame(plan.names.document + ' - Excel', [box('ribbon Excel', ...plan.tabs.map(tab => make('span', {}, tab))), box('sheet', cells())], {name: 'office'}), plan.width * 0.95, plan.height * 0.9),
  game: () => full(box('game', make('h1', {}, pick(plan.programs)), board(), webButton('play', 'big green'))),
  player: () => full(box('player', make('div', {class: 'film'}), box('controls', '⏮ ⏯ ⏭', box('progress', make('div', {style: `width:${below(100)}%`})), webButton('play')))),
  login: () => full(box('login', icon(96), make('h1', {}, pick(plan.people)), field('', {}, 'password'), webButton('signin'))),
  settings: () => scatter(frame(text('settings'), [box('settings-page', ...Array.from({length: 4}, () => box('line', mark('check_box', pick(plan.sentences) + pick(['', '+'])))),
      box('line', button('uninstall'), button('apply-')))]), 520, 360),
  toast: () => document.body.append(box('toast', make('b', {}, pick(plan.programs)), make('p', {}, sentence()),
      box('line', webButton('restartnow'), webButton('later')))),
  mail: () => full(box('mail', box('folders', ...['Inbox', 'Sent', 'Drafts'].map(each => box('row', each))),
      box('letters', ...Array.from({length: 12}, () => box('row', make('b', {}, pick(plan.people)), sentence()))),
      box('paper letter', make('h2', {}, sentence()), make('p', {}, paragraph(4)), box('line', webButton('reply'), webButton('delete'))))),
  calculator: () => scatter(frame(pick(plan.programs), [box('keys', ...'789÷456×1230.=%'.split('').map(each => button(each)))]), 240, 300),
  chat: () => full(box('mail', box('letters', ...Array.from({length: 10}, () => box('row', make('b', {}, pick(plan.people)), sentence())),
      box('line', field('', {}), webButton('send', 'green'))))),
  survey: () => browser(pick(plan.programs), 'https://survey.example/', make('h1', {}, sentence()),
      box('line', mark('radio_button', 'uacyes'), mark('radio_button', 'uacno')), make('p', {}, paragraph(2)),
      box('line', webButton(pick(['back', 'cancel'])), webButton('next', 'green'))),
  contextmenu: () => {
    const menu = box('contextmenu', ...['open', 'run', 'print', 'delete', 'uninstall', 'settings'].map(key => box('row', unmarked(key))));
    place(menu, random() * (plan.width - 220), random() * (plan.height - 240));
    document.body.append(menu);
  },
  tiles: () => full(box('grid tiles', ...Array.from({length: 20}, () =>
      make('div', {class: 'tile', style: `background:hsl(${hue()} 60% 40%)`}, pick(plan.programs))))),
  form: () => browser(pick(plan.programs), 'https://forms.example/', ...article(),
      box('line labelled', make('span', {class: 'caption'}, text('username').replace('&', '')), field('', {})),
      box('line', mark('check_box', 'haveread')), box('line', webButton('continue', 'green'), webButton('cancel'))),
  video: () => browser(pick(plan.programs), 'https://video.example/watch', make('div', {class: 'film tall'}),
      box('line', webButton('subscribe', 'green'), webButton('download'), webButton('learnmore')), ...article()),
  advert: () => {
    webWindow(true);
    document.body.append(box('advert', make('h1', {}, text('winner')), make('p', {}, sentence()), webButton('claim', 'big green')));
  },
};

function wordTable() {
  const words = ['ok', 'yes', 'no', 'next', 'open', 'run', 'install', 'continue'];
  const table = make('table', {class: 'cells'});
  for (const key of words.slice(0, between(3, words.length))) {
    table.append(make('tr', {}, make('td', {}, unmarked(key)), make('td', {}, sentence())));
  }
  return table;
}

function board() {
  const size = between(6, 12);
  const colours = Array.from({length: 4}, () => `hsl(${hue()} 70% 55%)`);
  return box('board', ...Array.from({length: size}, () =>
    box('rank', ...Array.from({length: size}, () => make('i', {style: `background:${pick(colours)}`}, chance(0.2) ? String(below(9)) : '')))));
}

const terminalText = () => Array.from({length: 18}, () =>
  chance(0.3) ? `C:\\Users\\${pick(plan.people)}>dir ${pick(plan.files)}` : `23.11.2026  ${between(10, 23)}:${between(10, 59)}    ${between(1000, 99999)} ${pick(plan.files)}`).join('\n');

const codeText = () => Array.from({length: 50}, (_, line) =>
  `${String(line + 1).padStart(3)}  ${' '.repeat(2 * below(5))}${pick(['if (answer == "OK") {', 'return next();', 'button.setText("Install");', '}', 'dialog.show("Yes", "No");', 'run(' + below(99) + ');', '// ' + pick(plan.programs), 'accept(cookies);'])}`).join('\n');

function distract(name) {
  distractors[name]();
}
