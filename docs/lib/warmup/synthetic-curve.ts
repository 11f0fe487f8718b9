import {seededRandom} from "../random.js";
import {normalFrom} from "../synthetic-run.js";

/** How the noise of a curve is made: of one point after the other. */
export type Noise = () => number;

/** Logarithms of noise around 0, by name, from a seed: kinds that times of calls have. For tests. */
export function noises(seed: number): Readonly<Record<string, Noise>> {
  const normal = normalFrom(seed);
  const random = seededRandom(seed + 1);
  let before = 0;
  return {
    "normal, 1 %": () => 0.01 * normal(),
    "normal, 10 %": () => 0.1 * normal(),
    "Student's t with 3 degrees of freedom": () =>
      (0.02 * normal()) / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3),
    "each point like the one before (AR 1, 0.5)": () => {
      before = 0.5 * before + 0.02 * normal();
      return before;
    },
    "spikes of up to nine times, in one of twenty": () => 0.01 * normal() + (random() < 0.05 ? 2.2 * random() : 0),
    "one-sided, as when something else runs": () => Math.abs(0.03 * normal()),
    "steps of a coarse clock": () => Math.log(Math.max(1, Math.round(20 + normal())) / 20)
  };
}

/** A curve of `points` points: nanoseconds, from a level for each point and noise. For tests. */
export function syntheticCurve(points: number, level: (index: number) => number, noise: Noise): number[] {
  return Array.from({length: points}, (_, index) => level(index) * Math.exp(noise()));
}
