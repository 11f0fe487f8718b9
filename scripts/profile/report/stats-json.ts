import type {FunctionRow} from "#lib/profile/function-rows.js";
import type {Neighbour} from "#lib/profile/neighbours.js";
import type {Stats} from "./stats.js";

/** What `lab profile stats --json` writes. Weights are in `unit`, shares of `whole`. Texts are as they stand in the file. */
export function statsJson({title, unit, whole, samples, idle, rows, details, notes}: Stats, limit: number): unknown {
  const share = (weight: number) => (whole === 0 ? 0 : weight / whole);
  const row = ({frame, self, total, samples: found}: FunctionRow) => ({
    ...frame,
    self,
    selfShare: share(self),
    total,
    totalShare: share(total),
    samples: found
  });
  const neighbour = ({frame, weight}: Neighbour) => ({...frame, weight, share: share(weight)});
  return {
    title,
    unit,
    whole,
    samples,
    idle,
    functions: rows.slice(0, limit).map(row),
    details: details.map((detail) => ({
      ...row(detail),
      callers: detail.callers.map(neighbour),
      callees: detail.callees.map(neighbour)
    })),
    notes
  };
}
