// Which names fit on the map, and where. Pure: boxes in, boxes out.

const PAD = 3;

const meet = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** A name of several words on two lines of about the same length; one word stays on one line. */
export function breakName(text) {
  const words = text.split(' ');
  if (words.length < 2) return [text];
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  return breaks.reduce((best, lines) =>
    Math.max(...lines.map((l) => l.length)) < Math.max(...best.map((l) => l.length)) ? lines : best,
  );
}

/**
 * Place names greedily, the important first. A candidate: {id, text, x, y, room, width, height, must}; x, y is where its middle
 * would like to be, `room` the width its country offers there. A name that `must` stand (who joined this year) tries places around;
 * another that does not fit its country or meets a placed box stays away. `blocked` are boxes already taken.
 */
export function placeNames(candidates, blocked, bounds) {
  const taken = [...blocked];
  const placed = [];
  const order = [...candidates].sort((a, b) => (b.must ? 1 : 0) - (a.must ? 1 : 0) || b.room - a.room);
  for (const name of order) {
    if (!name.must && name.width > name.room) continue;
    const away = name.height;
    const spare = (name.room - name.width) / 3; // a wide country has room beside its middle
    const tries = name.must
      ? [
          [0, 0],
          [0, -away * 0.7],
          [0, away * 0.7],
          [name.width * 0.45, 0],
          [-name.width * 0.45, 0],
          [0, -away * 1.4],
          [0, away * 1.4],
          [name.width * 0.6, away],
          [-name.width * 0.6, -away],
          [name.width * 0.6, -away],
          [-name.width * 0.6, away],
        ]
      : [
          [0, 0],
          [0, -away * 0.5],
          [0, away * 0.5],
          [spare, 0],
          [-spare, 0],
        ];
    for (const [dx, dy] of tries) {
      const box = {
        x: name.x + dx - name.width / 2 - PAD,
        y: name.y + dy - name.height / 2 - PAD,
        w: name.width + 2 * PAD,
        h: name.height + 2 * PAD,
      };
      const inside = box.x >= 0 && box.y >= 0 && box.x + box.w <= bounds.width && box.y + box.h <= bounds.height;
      if (!inside || taken.some((other) => meet(other, box))) continue;
      taken.push(box);
      placed.push({id: name.id, x: name.x + dx, y: name.y + dy});
      break;
    }
  }
  return placed;
}
