import {type CpuNode, type CpuProfile, parentsOf} from "#lib/profile/cpu-profile.js";

/** What a part of a joined profile was sampled from. */
export interface ThreadProfile {
  /** Stands above the part's stacks: "process 4321: node app.js". */
  readonly title: string;
  readonly profile: CpuProfile;
}

interface JoinedNode {
  readonly id: number;
  readonly callFrame: CpuNode["callFrame"];
  hitCount: number;
  readonly children: Map<string, JoinedNode>;
  readonly ticks: Map<number, number>;
}

/**
 * Recordings of one thread, one after the other, as one: the time between them is left out.
 *
 * @param slices at least one
 */
export function joinSlices(slices: readonly CpuProfile[]): CpuProfile {
  const join = new Join();
  for (const slice of slices) join.add(slice, join.root);
  return join.build();
}

/**
 * Recordings of several threads as one: each below a frame that names it, laid end to end in time. Sums and stacks
 * are right; the order in time is right within a thread only.
 */
export function joinThreads(threads: readonly ThreadProfile[]): CpuProfile {
  const join = new Join();
  for (const {title, profile} of threads) join.add(profile, join.under(title));
  return join.build();
}

class Join {
  readonly root: JoinedNode = emptyNode(1, nativeFrame("(root)"));
  readonly #nodes: JoinedNode[] = [this.root];
  readonly #samples: number[] = [];
  readonly #timeDeltas: number[] = [];
  #end = 0;
  /** From the last sample to the end of its recording. */
  #open = 0;

  /** The node that stands for a thread. */
  under(title: string): JoinedNode {
    return this.#child(this.root, nativeFrame(title));
  }

  add(profile: CpuProfile, top: JoinedNode): void {
    const {samples, timeDeltas, startTime, endTime} = profile;
    const places = this.#place(profile, top);
    if (samples.length === 0) return;
    for (const [index, id] of samples.entries()) {
      this.#samples.push(places.get(id)!.id);
      this.#timeDeltas.push(index === 0 ? this.#open : timeDeltas[index]!);
    }
    const sampled = timeDeltas.reduce((sum, delta) => sum + delta, 0);
    this.#open = Math.max(0, endTime - startTime - sampled);
    this.#end += sampled - timeDeltas[0]! + this.#open;
  }

  build(): CpuProfile {
    return {
      nodes: this.#nodes.map(plainNode),
      startTime: 0,
      endTime: this.#end,
      samples: this.#samples,
      timeDeltas: this.#timeDeltas
    };
  }

  /** @returns our node by id of theirs */
  #place(profile: CpuProfile, top: JoinedNode): ReadonlyMap<number, JoinedNode> {
    const {nodes} = profile;
    const parents = parentsOf(nodes, "profile");
    const placed: JoinedNode[] = [];
    for (let start = 0; start < nodes.length; start++) {
      const path: number[] = [];
      for (let at = start; at >= 0 && placed[at] === undefined; at = parents[at]!) {
        if (parents[at] === -1) placed[at] = top;
        else path.push(at);
      }
      for (const index of path.reverse()) {
        placed[index] = this.#child(placed[parents[index]!]!, nodes[index]!.callFrame);
      }
    }
    for (const [index, node] of nodes.entries()) count(placed[index]!, node);
    return new Map(nodes.map(({id}, index) => [id, placed[index]!]));
  }

  #child(parent: JoinedNode, callFrame: CpuNode["callFrame"]): JoinedNode {
    const {functionName, url, lineNumber, columnNumber} = callFrame;
    const key = `${lineNumber}:${columnNumber}:${url.length}:${url}${functionName}`;
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const node = emptyNode(this.#nodes.length + 1, callFrame);
    this.#nodes.push(node);
    parent.children.set(key, node);
    return node;
  }
}

function count(node: JoinedNode, {hitCount = 0, positionTicks = []}: CpuNode): void {
  node.hitCount += hitCount;
  for (const {line, ticks} of positionTicks) node.ticks.set(line, (node.ticks.get(line) ?? 0) + ticks);
}

function emptyNode(id: number, callFrame: CpuNode["callFrame"]): JoinedNode {
  return {id, callFrame, hitCount: 0, children: new Map(), ticks: new Map()};
}

function nativeFrame(functionName: string): CpuNode["callFrame"] {
  return {functionName, scriptId: "0", url: "", lineNumber: -1, columnNumber: -1};
}

function plainNode({id, callFrame, hitCount, children, ticks}: JoinedNode): CpuNode {
  return {
    id,
    callFrame,
    hitCount,
    ...(children.size > 0 && {children: [...children.values()].map((child) => child.id)}),
    ...(ticks.size > 0 && {positionTicks: [...ticks].map(([line, ticks]) => ({line, ticks}))})
  };
}
