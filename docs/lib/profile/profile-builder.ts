import {ResultError} from "../check-value.js";
import type {Frame, Profile, Timeline, Unit, WeightedStack} from "./profile.js";

/** Puts stacks together to a profile: equal frames become one, stacks that begin alike share nodes. */
export class ProfileBuilder {
  readonly #frames: Frame[] = [];
  readonly #frameIndexes = new Map<string, number>();
  readonly #frame: number[] = [-1];
  readonly #parent: number[] = [-1];
  readonly #self: number[] = [0];
  readonly #samples: number[] = [0];
  readonly #children = new Map<number, Map<number, number>>();

  /** The index of a frame, the same for equal ones. */
  frame(frame: Frame): number {
    const key = frameKey(frame);
    const known = this.#frameIndexes.get(key);
    if (known !== undefined) return known;
    const {name, file, line, column} = frame;
    const index = this.#frames.push({name, file, line, column}) - 1;
    this.#frameIndexes.set(key, index);
    return index;
  }

  /** The node of a frame called from a node; 0 is the root. @returns its index */
  node(parent: number, frame: number): number {
    const siblings = this.#children.get(parent) ?? this.#firstChildOf(parent);
    const known = siblings.get(frame);
    if (known !== undefined) return known;
    const index = this.#frame.push(frame) - 1;
    this.#parent.push(parent);
    this.#self.push(0);
    this.#samples.push(0);
    siblings.set(frame, index);
    return index;
  }

  /** Adds to what was found in a node itself. */
  add(node: number, weight: number, samples: number): void {
    this.#self[node]! += weight;
    this.#samples[node]! += samples;
  }

  /** Adds a stack, the outermost frame first. @returns its node */
  addStack({frames, weight, samples}: WeightedStack): number {
    const node = frames.reduce((parent, frame) => this.node(parent, this.frame(frame)), 0);
    this.add(node, weight, samples);
    return node;
  }

  #firstChildOf(parent: number): Map<number, number> {
    const siblings = new Map<number, number>();
    this.#children.set(parent, siblings);
    return siblings;
  }

  /** The profile of all that was added. @throws ResultError if its weights are too large to be summed */
  build(about: {title: string; unit: Unit; timeline?: Timeline | null; notes?: readonly string[]}): Profile {
    if (!Number.isFinite(this.#self.reduce((sum, weight) => sum + weight, 0)))
      throw new ResultError(`${about.title}: expected weights that have a sum, got some that are too large for it`);
    return {
      title: about.title,
      unit: about.unit,
      frames: this.#frames,
      tree: {
        frame: Int32Array.from(this.#frame),
        parent: Int32Array.from(this.#parent),
        self: Float64Array.from(this.#self),
        samples: Float64Array.from(this.#samples)
      },
      timeline: about.timeline ?? null,
      notes: about.notes ?? []
    };
  }
}

/** Equal for frames that are the same function at the same place. */
export function frameKey({name, file, line, column}: Frame): string {
  return `${line}:${column}:${file.length}:${file}${name}`;
}
