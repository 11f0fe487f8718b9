/** Corners of a mark around the origin, about from -1 to 1; y points down. */
export type Polygon = readonly (readonly [x: number, y: number])[];

export const SQUARE: Polygon = [
  [-0.94, -0.94],
  [0.94, -0.94],
  [0.94, 0.94],
  [-0.94, 0.94]
];

export const DIAMOND: Polygon = [
  [0, -1.32],
  [0.92, 0],
  [0, 1.32],
  [-0.92, 0]
];

export const TRIANGLE: Polygon = [
  [0, -1.17],
  [1.32, 1.12],
  [-1.32, 1.12]
];

export const HOURGLASS: Polygon = [
  [-1.1, -1.2],
  [1.1, -1.2],
  [0.3, 0],
  [1.1, 1.2],
  [-1.1, 1.2],
  [-0.3, 0]
];

export const DART: Polygon = [
  [0, -1.3],
  [1.3, 1.2],
  [0, 0.35],
  [-1.3, 1.2]
];

const ARM: Polygon = [
  [-0.4, -1.22],
  [0.4, -1.22],
  [0.4, -0.4]
];

export const CROSS: Polygon = [0, 90, 180, 270].flatMap((degrees) => turned(ARM, degrees));

export const STAR: Polygon = [0, 72, 144, 216, 288].flatMap((degrees) => [
  ...turned([[0, -1.45]], degrees),
  ...turned([[0, -0.6]], degrees + 36)
]);

/** The same mark, turned clockwise around the origin. */
export function turned(corners: Polygon, degrees: number): Polygon {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((degrees / 180) * Math.PI)) as [number, number];
  return corners.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos]);
}

/** A mark as an SVG path, so many times as large. */
export function pathOf(corners: Polygon, scale: number): string {
  const points = corners.map((corner) => corner.map((value) => Number((value * scale).toFixed(2))).join(","));
  return `M${points.join("L")}Z`;
}
