import {median} from "../../stats/median.js";
import {formatBytes, formatPercent} from "../../units.js";
import {found, nothing, type Rule, undecided} from "../finding.js";
import {momentText} from "../flight-text.js";

const FEWEST = 5;
/** Share of all pairs of full collections of which the later one must have left more. */
const RISING = 0.8;
const GROWTH = 0.1;
const LEAST_BYTES = 1e6;

/** A heap of which full collections leave more and more. */
export const growingHeap: Rule = {
  name: "growing-heap",
  about: "a heap of which full collections leave more and more",
  judge: ({thread}) => {
    const left = thread.collections.flatMap(({at, heapUsed}) => (heapUsed === null ? [] : [{at, heapUsed}]));
    if (left.length < FEWEST)
      return undecided(`Whether the heap grows is told by full collections: there were ${left.length}, not ${FEWEST}.`);
    const bytes = left.map(({heapUsed}) => heapUsed);
    const third = Math.max(1, Math.floor(bytes.length / 3));
    const [before, after] = [median(bytes.slice(0, third)), median(bytes.slice(-third))];
    const growth = after - before;
    if (risingShare(bytes) < RISING || growth < GROWTH * before || growth < LEAST_BYTES)
      return nothing(`The heap did not grow over ${left.length} full collections.`);
    const [first, last] = [left[0]!, left.at(-1)!];
    return [
      found(
        `The heap grew from ${formatBytes(before)} to ${formatBytes(after)} over ${left.length} full collections`,
        [
          `From ${momentText(first.at)} to ${momentText(last.at)}, at the first turn of the loop after each; ` +
            `${formatPercent(risingShare(bytes))} of the later ones left more than earlier ones.`,
          "A leak looks so, and so does a cache that still fills: lab profile heap run --live shows who made what stays."
        ],
        [{from: first.at, to: last.at}]
      )
    ];
  }
};

function risingShare(values: readonly number[]): number {
  let rising = 0;
  let pairs = 0;
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      pairs++;
      if (values[later]! > values[earlier]!) rising++;
    }
  }
  return rising / pairs;
}
