import {ownerOf} from "../../profile/frame-kind.js";
import {frameText} from "../../profile/frame-text.js";
import {withoutIdle} from "../../profile/idle.js";
import {type Frame, type Profile, stackOf, sumOf} from "../../profile/profile.js";
import {formatCount, formatPercent, formatQuantity} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText} from "../flight-text.js";
import {isSynchronousCall} from "../synchronous-call.js";
import {loopBegan} from "../watched-time.js";
import {profileWithin} from "../window.js";

const LEAST_SHARE = 0.01;
const FEWEST_SAMPLES = 5;
/** Node loads modules so, and must. */
const LOADING = /^node:internal\/modules\//;

interface Call {
  readonly name: string;
  readonly caller: string;
  weight: number;
  samples: number;
}

/** Calls of Node that wait for a file, a process or a computation while the loop stands still. */
export const synchronousCalls: Rule = {
  name: "synchronous-calls",
  about: "calls such as readFileSync, execSync and pbkdf2Sync once the loop turns",
  judge: ({thread, base}) => {
    const began = loopBegan(thread);
    if (began === null) return undecided("The event loop hardly turned, so a synchronous call kept nobody.");
    const busy = withoutIdle(profileWithin(thread, began, thread.to));
    const {weight} = sumOf(busy);
    const calls = callsIn(busy, base).filter(
      (call) => call.weight >= LEAST_SHARE * weight && call.samples >= FEWEST_SAMPLES
    );
    if (calls.length === 0) return nothing("No synchronous call of Node took a noticeable part of the time.");
    return calls.map((call) => {
      const took = `${durationText(call.weight / 1000)}, ${formatPercent(call.weight / weight)} of the busy time,`;
      return found(`${call.name}, called by ${call.caller}, took ${took} on the loop's thread`, [
        `Seen in ${formatQuantity(call.samples, "sample")} of ${formatCount(sumOf(busy).samples)} after the program was loaded; the loop answers nobody meanwhile.`
      ]);
    });
  }
};

/** By name and caller, the heaviest first. */
function callsIn(profile: Profile, base: string): Call[] {
  const calls = new Map<string, Call>();
  for (let node = 1; node < profile.tree.frame.length; node++) {
    if (profile.tree.self[node] === 0) continue;
    const stack = stackOf(profile.tree, node).map((index) => profile.frames[index]!);
    const at = stack.findIndex(isSynchronousCall);
    if (at < 0 || stack.some(({file}) => LOADING.test(file))) continue;
    const above = stack.slice(0, at).reverse().find(isProgram);
    const caller = above === undefined ? "Node itself" : frameText(above, base);
    const key = `${stack[at]!.name} ${caller}`;
    const call = calls.get(key) ?? {name: stack[at]!.name, caller, weight: 0, samples: 0};
    calls.set(key, call);
    call.weight += profile.tree.self[node]!;
    call.samples += profile.tree.samples[node]!;
  }
  return [...calls.values()].sort((a, b) => b.weight - a.weight);
}

function isProgram(frame: Frame): boolean {
  const {kind} = ownerOf(frame);
  return kind === "own" || kind === "package";
}
