/** What is read in this lab. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

// #region ways
export class Instance implements Point {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
}

export function withoutPrototype(x: number, y: number): Point {
  const point = Object.create(null);
  point.x = x;
  point.y = y;
  return point;
}

export function asMap(x: number, y: number): Map<string, number> {
  const point = new Map<string, number>();
  point.set("x", x);
  point.set("y", y);
  return point;
}
// #endregion
