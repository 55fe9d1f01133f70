"use strict";
// Plays the screencast: the page's changes, one after the other, on a canvas.
(() => {
  const section = document.getElementById("screencast");
  const find = (selector) => section.querySelector(selector);
  const changes = JSON.parse(find("template").content.textContent);
  const player = find(".player");
  const canvas = find("canvas");
  const mark = find(".player .clicked");
  const play = find(".play");
  const speed = find(".speed");
  const position = find(".position");
  const time = find(".time");
  const clicks = [...section.querySelectorAll(".moment")]
    .map((link) => ({ link, millis: Number(link.dataset.millis), box: link.dataset.box }));
  const stage = document.createElement("canvas");
  const start = Number(position.min);
  const end = Number(position.max);
  const MARKED_BEFORE = 600;
  const MARKED_AFTER = 300;
  const JUMP = 2000;

  let now = start;
  let wanted = 0;
  let painted = -1;
  let painting = false;
  let playing = false;
  let lastTick = 0;

  /** The last change that was made by then. */
  function changeAt(millis) {
    let low = 0;
    let high = changes.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (changes[middle].millis <= millis) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The change to paint next: the last whole frame on the way, else the following one. */
  function nextOnTheWay() {
    const following = wanted > painted ? painted + 1 : 0;
    for (let index = wanted; index > following; index--) {
      if (changes[index].frame) {
        return index;
      }
    }
    return following;
  }

  async function unpack(tile) {
    const image = new Image();
    image.src = "data:image/png;base64," + tile.png;
    await image.decode();
    return { image, x: tile.x, y: tile.y };
  }

  async function paint(index) {
    const change = changes[index];
    const parts = await Promise.all(change.tiles.map(unpack));
    if (change.frame) {
      stage.width = change.width;
      stage.height = change.height;
    }
    const pen = stage.getContext("2d");
    parts.forEach((part) => pen.drawImage(part.image, part.x, part.y));
    painted = index;
  }

  function show() {
    if (canvas.width !== stage.width || canvas.height !== stage.height) {
      canvas.width = stage.width;
      canvas.height = stage.height;
    }
    canvas.getContext("2d").drawImage(stage, 0, 0);
    canvas.dataset.millis = changes[painted].millis;
  }

  async function draw() {
    if (painting) {
      return;
    }
    painting = true;
    try {
      while (painted !== wanted) {
        await paint(nextOnTheWay());
        if (playing || painted === wanted) {
          show();
        }
      }
    } finally {
      painting = false;
    }
  }

  function told(millis) {
    const whole = Math.round(millis);
    const part = (number, digits) => String(number).padStart(digits, "0");
    return Math.floor(whole / 60000) + ":" + part(Math.floor(whole / 1000) % 60, 2) + "." + part(whole % 1000, 3);
  }

  function seek(millis) {
    now = Math.min(end, Math.max(start, millis));
    wanted = changeAt(now);
    position.value = now;
    position.setAttribute("aria-valuetext", told(now));
    time.textContent = told(now);
    const near = clicks.find((click) => now >= click.millis - MARKED_BEFORE && now <= click.millis + MARKED_AFTER);
    mark.style.cssText = near ? near.box : "";
    mark.hidden = !near || near.box === "";
    draw();
  }

  function setPlaying(on) {
    playing = on;
    play.textContent = on ? "Pause" : "Play";
    if (on) {
      if (now >= end) {
        seek(start);
      }
      lastTick = performance.now();
      requestAnimationFrame(tick);
    }
  }

  function tick(at) {
    if (!playing) {
      return;
    }
    seek(now + Math.max(0, at - lastTick) * Number(speed.value));
    lastTick = at;
    if (now < end) {
      requestAnimationFrame(tick);
    } else {
      setPlaying(false);
    }
  }

  function jump(millis) {
    setPlaying(false);
    seek(millis);
  }

  function jumpToClick(direction) {
    const there = direction > 0
      ? clicks.find((click) => click.millis > now)
      : clicks.findLast((click) => click.millis < now);
    if (there) {
      jump(there.millis);
    }
  }

  const keys = {
    " ": () => setPlaying(!playing),
    ArrowLeft: () => jump(now - JUMP),
    ArrowRight: () => jump(now + JUMP),
    Home: () => jump(start),
    End: () => jump(end),
    p: () => jumpToClick(-1),
    n: () => jumpToClick(1),
    ...Object.fromEntries([...speed.options].map(({ value }) => [value, () => { speed.value = value; }])),
  };

  player.addEventListener("keydown", (event) => {
    const native = event.target === speed || (event.key === " " && event.target.tagName === "BUTTON");
    if (!native && !event.ctrlKey && !event.altKey && !event.metaKey && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  play.addEventListener("click", () => setPlaying(!playing));
  position.addEventListener("input", () => jump(Number(position.value)));
  find(".previous").addEventListener("click", () => jumpToClick(-1));
  find(".next").addEventListener("click", () => jumpToClick(1));
  const links = clicks.map((click) => click.link);
  for (const link of document.querySelectorAll("#timeline a[data-millis]")) {
    // without this player it leads to the pictures of the click
    link.hash = "screencast";
    links.push(link);
  }
  links.forEach((link) => link.addEventListener("click", () => {
    jump(Number(link.dataset.millis));
    player.focus({ preventScroll: true });
  }));

  player.hidden = false;
  seek(start);
})();
