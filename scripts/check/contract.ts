import {resolve} from "node:path";
import {type Answered, agree, answerText} from "#lib/answer.js";
import type {Settings} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";
import {Interrupted} from "../measure/ask.js";
import {ROOT} from "../store.js";

/** Asks a variant of a lab that `doubled` made for its answer. */
export type AskAnswer = (variant: string, size: number, seed: number) => Promise<Answered>;

/** As little measuring as there can be: it is the answer that is asked for. */
export const SHORTEST: Settings = {
  batchNs: 1,
  samples: 1,
  measureCapNs: 0,
  warmupNs: 0,
  warmupCapNs: 0,
  steadyWithin: 1
};

/** A module whose default export is the lab in a file, with every variant doing its work twice on one input. */
export function doubled(file: string): string {
  return `import lab from ${JSON.stringify(file)};
import {twice} from ${JSON.stringify(resolve(ROOT, "labs/twice.ts"))};
export default twice(lab);`;
}

/** How a lab breaks the form that all labs have, in sentences. */
export function breachesOfForm({variants}: LabDescription): string[] {
  const names = variants.filter(({name}) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name));
  const chains = variants.flatMap(({name, against}) => {
    const next = variants.find((other) => other.name === against)?.against ?? null;
    return next === null ? [] : [`${name}: is compared with ${against}, which is compared with ${next}`];
  });
  return [...names.map(({name}) => `${name}: expected a kebab-case name`), ...chains];
}

/** What is wrong with a lab's answers, in sentences. */
export interface AnswerBreaches {
  /** Variants that give no answer, another one than what they are compared with, or not the same one twice. */
  readonly disagreeing: string[];
  /** Variants whose answer stays the same with other data: their work may be dead. */
  readonly unchanging: string[];
}

/** Holds every variant to its answers, at its two smallest sizes. */
export async function breachesOfAnswers(lab: LabDescription, ask: AskAnswer): Promise<AnswerBreaches> {
  const found: AnswerBreaches = {disagreeing: [], unchanging: []};
  for (const {name, against, sizes, mistake} of lab.variants) {
    for (const size of sizes.slice(0, 2)) {
      const place = `${name} at ${size}`;
      try {
        const base = mistake === undefined && against !== null ? await ask(against, size, 1) : null;
        const ours = await ask(name, size, 1);
        const again = await ask(name, size, 1);
        if (!agree(ours, again, 0))
          found.disagreeing.push(`${place}: one seed gave ${answerText(ours)}, then ${answerText(again)}`);
        if (base !== null && !agree(ours, base, lab.tolerance))
          found.disagreeing.push(`${place}: gave ${answerText(ours)} where ${against} gave ${answerText(base)}`);
        if (mistake === undefined && agree(ours, await ask(name, size, 2), 0))
          found.unchanging.push(`${place}: the answer does not change with the seed`);
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        found.disagreeing.push((error as Error).message);
      }
    }
  }
  return {disagreeing: [...new Set(found.disagreeing)], unchanging: found.unchanging};
}
