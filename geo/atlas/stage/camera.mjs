// Where the map is and how large. Screen = view * k + (x, y). The arithmetic is pure; the gestures are below.

const MOST = 14; // times the home scale
const CLICK_PX = 5; // a hand that moves less has clicked
const LEAST_PART = 0.56; // a narrow stage shows at least this part of the frame's width
const WEST_SHARE = 0.57; // and gives up more of the ocean than of the east

/** The part of the frame that a stage of this shape shows at home: a narrow one shows its middle, larger. */
export function homeFrame([x, y, w, h], {width, height}) {
  const shown = Math.min(w, Math.max(w * LEAST_PART, (h * width) / height));
  return [x + (w - shown) * WEST_SHARE, y, shown, h];
}

/** The camera that shows the whole frame; room to spare goes to the west, where the year stands over the ocean. */
export function fitFrame(frame, size) {
  const [x, y, w, h] = homeFrame(frame, size);
  const k = Math.min(size.width / w, size.height / h);
  return {k, x: size.width - (x + w) * k, y: size.height / 2 - (y + h / 2) * k};
}

/** Zoom by a factor with the point under the hand fixed. */
export function zoomAt(camera, factor, [px, py]) {
  const k = camera.k * factor;
  return {k, x: px - (px - camera.x) * factor, y: py - (py - camera.y) * factor};
}

/** Keep the scale within bounds, and the drawn extent over all of the stage or, where it is the smaller, all of it on the stage. */
export function clampCamera(camera, extent, size, home) {
  const least = Math.min(home.k, Math.max(size.width / extent.width, size.height / extent.height));
  const k = Math.min(home.k * MOST, Math.max(least, camera.k));
  const held = k === camera.k ? camera : zoomAt(camera, k / camera.k, [size.width / 2, size.height / 2]);
  const hold = (at, length, room) => Math.min(Math.max(0, room - length), Math.max(Math.min(0, room - length), at));
  return {k, x: hold(held.x, extent.width * k, size.width), y: hold(held.y, extent.height * k, size.height)};
}

/** What a picture drawn for one camera leaves bare of the stage under another: the widest strip, as a part of the stage's side. */
export function bareStrip(drawn, camera, {width, height}) {
  const r = camera.k / drawn.k;
  const side = (at, was, length) => Math.max(at - was * r, length - (at - was * r + length * r), 0) / length;
  return Math.max(side(camera.x, drawn.x, width), side(camera.y, drawn.y, height));
}

/** Wheel, drag, pinch and double click on an element move the camera; `onMove(camera, inHand)` follows, `onClick(event)` is a still hand. */
export function createCamera(element, {view, onMove, onClick}) {
  let size = {width: 1, height: 1};
  let home = fitFrame(view.frame, size);
  let camera = home;
  const extent = {width: view.width, height: view.height};
  const pointers = new Map();
  let travelled = 0;
  let pinched = false;

  const move = (next, inHand = false) => {
    camera = clampCamera(next, extent, size, home);
    onMove(camera, inHand);
  };
  const local = (event) => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => {
    const [[ax, ay], [bx, by]] = [...pointers.values()];
    return {length: Math.hypot(ax - bx, ay - by), middle: [(ax + bx) / 2, (ay + by) / 2]};
  };

  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      move(zoomAt(camera, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), local(event)), true);
    },
    {passive: false},
  );
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.target.closest('button')) return;
    pointers.set(event.pointerId, local(event));
    if (pointers.size === 1) [travelled, pinched] = [0, false];
    else pinched = true;
  });
  element.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    const to = local(event);
    if (pointers.size === 2) {
      const before = spread();
      pointers.set(event.pointerId, to);
      const after = spread();
      const held = zoomAt(camera, after.length / Math.max(1, before.length), before.middle);
      move(
        {k: held.k, x: held.x + after.middle[0] - before.middle[0], y: held.y + after.middle[1] - before.middle[1]},
        true,
      );
    } else {
      travelled += Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (travelled < CLICK_PX) return;
      // Capture only once it is a drag: a captured pointer would make every click land on the stage itself.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, to);
      element.toggleAttribute('data-panning', true);
      move({k: camera.k, x: camera.x + to[0] - from[0], y: camera.y + to[1] - from[1]}, true);
    }
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    element.toggleAttribute('data-panning', false);
    if (event.type === 'pointerup' && travelled < CLICK_PX && !pinched) onClick(event);
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('dblclick', (event) => {
    if (!event.target.closest('button')) move(zoomAt(camera, 1.8, local(event)));
  });

  return {
    get: () => camera,
    isHome: () => camera.k === home.k && camera.x === home.x && camera.y === home.y,
    home: () => move(home),
    /** What the stage shows, [x, y, width, height] in units of the view. */
    frame: () => [-camera.x / camera.k, -camera.y / camera.k, size.width / camera.k, size.height / camera.k],
    /** Show the whole of such a frame. */
    showFrame([x, y, w, h]) {
      const k = Math.min(size.width / w, size.height / h);
      move({k, x: size.width / 2 - (x + w / 2) * k, y: size.height / 2 - (y + h / 2) * k});
    },
    zoom: (factor) => move(zoomAt(camera, factor, [size.width / 2, size.height / 2])),
    resize(next) {
      const atHome = camera === home || Math.abs(camera.k - home.k) < 1e-9;
      const middle = [(size.width / 2 - camera.x) / camera.k, (size.height / 2 - camera.y) / camera.k];
      size = next;
      const scale = camera.k / home.k;
      home = clampCamera(fitFrame(view.frame, size), extent, size, fitFrame(view.frame, size));
      if (atHome) move(home);
      else
        move({
          k: home.k * scale,
          x: size.width / 2 - middle[0] * home.k * scale,
          y: size.height / 2 - middle[1] * home.k * scale,
        });
    },
    /** Bring a point of the view onto the stage if it is off it. */
    reveal([vx, vy], margin = 60) {
      const [sx, sy] = [vx * camera.k + camera.x, vy * camera.k + camera.y];
      const dx = sx < margin ? margin - sx : sx > size.width - margin ? size.width - margin - sx : 0;
      const dy = sy < margin ? margin - sy : sy > size.height - margin ? size.height - margin - sy : 0;
      if (dx || dy) move({k: camera.k, x: camera.x + dx, y: camera.y + dy});
    },
  };
}
