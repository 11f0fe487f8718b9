import {ownerOf} from "../../profile/frame-kind.js";
import {frameText} from "../../profile/frame-text.js";
import {functionRows} from "../../profile/function-rows.js";
import {withoutIdle} from "../../profile/idle.js";
import {sumOf} from "../../profile/profile.js";
import {formatCount, formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText} from "../flight-text.js";

const SHARE = 0.5;
const FEWEST_SAMPLES = 50;

/** One function that takes most of the time by itself. */
export const oneFunction: Rule = {
  name: "one-function",
  about: `a function that takes ${formatPercent(SHARE)} of the busy time or more by itself`,
  judge: ({thread, base}) => {
    const busy = withoutIdle(thread.profile);
    const {weight, samples} = sumOf(busy);
    if (samples < FEWEST_SAMPLES)
      return undecided(`${formatCount(samples)} busy samples are too few to say who leads: ${FEWEST_SAMPLES} are.`);
    const [first] = functionRows(busy).filter(({frame}) => ownerOf(frame).kind !== "engine");
    if (first === undefined || ownerOf(first.frame).kind === "collector" || first.self < SHARE * weight)
      return nothing("No function has most of the time to itself.");
    return [
      found(`${frameText(first.frame, base)} takes ${formatPercent(first.self / weight)} of the busy time by itself`, [
        `${durationText(first.self / 1000)} of ${durationText(weight / 1000)}, in ${formatCount(first.samples)} of ${formatCount(samples)} samples.`
      ])
    ];
  }
};
