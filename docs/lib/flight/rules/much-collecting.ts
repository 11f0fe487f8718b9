import {formatCount, formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {durationText} from "../flight-text.js";

const LIMIT = 0.1;
const LEAST_MS = 1000;

/** Collections that take much of the time. */
export const muchCollecting: Rule = {
  name: "much-collecting",
  about: `collections that take more than ${formatPercent(LIMIT)} of the time`,
  judge: ({thread}) => {
    const {collections, from, to} = thread;
    const spanMs = to - from;
    if (spanMs < LEAST_MS) return undecided(`${durationText(spanMs)} are too short to judge the collector by.`);
    const collectedMs = collections.reduce((sum, {ms}) => sum + ms, 0);
    const share = collectedMs / spanMs;
    const said = `${formatCount(collections.length)} collections took ${formatPercent(share)} of the time`;
    if (share <= LIMIT) return nothing(`${said}.`);
    const full = collections.filter(({isFull}) => isFull);
    return [
      found(said, [
        `${durationText(collectedMs)} of ${durationText(spanMs)}; ${formatCount(full.length)} of them were full ones.`,
        "The rate of allocation decides how many there are: lab profile heap run shows who allocates, garbage included."
      ])
    ];
  }
};
