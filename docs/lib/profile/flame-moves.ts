import type {PictureBox} from "./flame-picture.js";

/** Where to go from a box: to its caller, to the widest thing it called, or to its neighbours on the same row. */
export type Move = "caller" | "callee" | "left" | "right";

/** The box that a move leads to; the same one where there is none. */
export function boxAfter(boxes: readonly PictureBox[], current: PictureBox, move: Move): PictureBox {
  if (move === "left" || move === "right") return besides(boxes, current, move === "right" ? 1 : -1);
  const depth = current.depth + (move === "callee" ? 1 : -1);
  const row = boxes.filter((box) => box.depth === depth);
  const middle = (box: PictureBox) => box.x + box.width / 2;
  const holds = (outer: PictureBox, inner: PictureBox) =>
    outer.x <= middle(inner) && middle(inner) <= outer.x + outer.width;
  const found = row.filter((box) => (move === "callee" ? holds(current, box) : holds(box, current)));
  return found.sort((a, b) => b.width - a.width)[0] ?? current;
}

function besides(boxes: readonly PictureBox[], current: PictureBox, step: 1 | -1): PictureBox {
  const row = boxes.filter(({depth}) => depth === current.depth).sort((a, b) => a.x - b.x);
  return row[row.indexOf(current) + step] ?? current;
}
