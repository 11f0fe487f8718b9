import type {SelfCheck} from "#lib/self-check.js";
import {formatNs, formatPercent} from "#lib/units.js";
import type {Conditions} from "../machine.js";
import type {Timer} from "./timer.js";

/** What was found out about a machine; null for what could not be, or was not asked for. */
export interface Examination {
  readonly conditions: Conditions;
  /** What two busy processes do together, in units of one alone. */
  readonly capacity: number | null;
  /** Share of the processor time wanted meanwhile that the host gave to others: 0.1 is 10 %. */
  readonly stolen: number | null;
  readonly timer: Timer | null;
  readonly selfCheck: SelfCheck | "unfinished" | null;
}

/** What a fact means for measuring. */
export type Grade = "good" | "fair" | "poor" | "unknown";

/** One fact about the machine, what it means for measuring, and what the reader can do about it. */
export interface Finding {
  readonly topic: "cores" | "load" | "clock rate" | "power" | "virtual" | "timer" | "self-check";
  readonly grade: Grade;
  readonly fact: string;
  readonly advice: string | null;
}

const MUCH_STOLEN = 0.02;

type Judgement = Omit<Finding, "topic">;

/** Judges a machine's fitness for measuring, one finding a topic, always in the same order. */
export function judgeMachine({conditions, capacity, stolen, timer, selfCheck}: Examination): Finding[] {
  return [
    {topic: "cores", ...judgeCores(conditions, capacity)},
    {topic: "load", ...judgeLoad(conditions)},
    {topic: "clock rate", ...judgeClockRate(conditions)},
    {topic: "power", ...judgePower(conditions)},
    {topic: "virtual", ...judgeVirtual(conditions, stolen)},
    {topic: "timer", ...judgeTimer(timer)},
    ...(selfCheck === null ? [] : [{topic: "self-check" as const, ...judgeSelfCheck(selfCheck)}])
  ];
}

function judgeCores({cores: {allowed, quota}}: Conditions, capacity: number | null): Judgement {
  const limit = quota === null ? "" : `, limited to the time of ${quota.toFixed(1)}`;
  const measured = capacity === null ? "" : `; two busy processes do ${capacity.toFixed(2)} times the work of one`;
  const fact = `${allowed} usable${limit}${measured}`;
  if (quota !== null && quota < 1)
    return poor(fact, "give the container at least one whole core: it is stopped in between");
  if (allowed === 1) return fair(fact, "all other work interrupts the measurement: keep the machine idle");
  if (capacity !== null && capacity < 1.5)
    return poor(fact, "the cores share their time with other work: close it, or move");
  if (capacity !== null && capacity < 1.85) return fair(fact, "the cores slow each other down: keep the machine idle");
  return good(fact);
}

function judgeLoad({cores: {allowed}, load, pressure}: Conditions): Judgement {
  if (load === null) return unknown("this system has no load average", "close other programs");
  const waiting = pressure === null ? "" : `; work waited for a core ${pressure.toFixed(0)} % of the last ten seconds`;
  const fact = `${load.toFixed(2)} on average in the last minute${waiting}`;
  if (load > allowed || (pressure ?? 0) > 40) return poor(fact, "close other programs, then wait a minute");
  if (load > allowed / 2 || (pressure ?? 0) > 10)
    return fair(fact, "close what you do not need: browsers, builds, sync");
  return good(fact);
}

function judgeClockRate({power: {policy, turbo}, virtual}: Conditions): Judgement {
  if (policy === null) {
    const advice =
      virtual === null
        ? null
        : "the host decides; trust ratios more than times: a reference chain is timed beside each batch";
    return unknown("the system does not say what sets it", advice);
  }
  const boost = turbo === null ? "" : turbo ? ", may rise above its nominal rate" : ", kept at its nominal rate";
  const fact = `policy ${policy}${boost}`;
  if (/perf|höchst|ultimate/i.test(policy)) return good(fact);
  return fair(fact, "it follows the load, so times move: trust ratios, or set the policy to performance");
}

function judgePower({power: {source, saving}}: Conditions): Judgement {
  const mode = saving === true ? ", saving power" : "";
  if (source === "battery") return poor(`battery${mode}`, "plug the machine in");
  if (saving === true) return poor(`${source ?? "unknown source"}${mode}`, "switch power saving off");
  return source === null ? unknown("the system does not say where it comes from", null) : good(source);
}

function judgeVirtual({virtual}: Conditions, stolen: number | null): Judgement {
  if (stolen !== null && stolen >= MUCH_STOLEN) {
    const fact = `${virtual ?? "a virtual machine"}, whose host gave ${formatPercent(stolen)} of the time to others just now`;
    return poor(fact, "measure at another hour or on another machine: work that fills the processor suffers most");
  }
  if (virtual === null) return good("no virtual machine or container seen");
  return fair(
    virtual,
    "others may use the same hardware unseen: measure again at another hour before you believe a time"
  );
}

function judgeTimer(timer: Timer | null): Judgement {
  if (timer === null) return unknown("could not be measured", null);
  const fact = `steps of ${formatNs(timer.stepNs)}, ${formatNs(timer.costNs)} a reading`;
  if (timer.stepNs > 100_000) return poor(fact, "too coarse for batches of half a millisecond: use another runtime");
  return timer.stepNs > 2_000 ? fair(fact, "coarse: trust larger sizes more") : good(fact);
}

function judgeSelfCheck(check: SelfCheck | "unfinished"): Judgement {
  if (check === "unfinished")
    return poor("could not be finished in a few seconds", "close other programs, then ask again");
  const {trustworthy, sentence} = check;
  return trustworthy ? good(sentence) : poor(sentence, "put right what is marked above, then ask again");
}

function good(fact: string): Judgement {
  return {grade: "good", fact, advice: null};
}

function fair(fact: string, advice: string): Judgement {
  return {grade: "fair", fact, advice};
}

function poor(fact: string, advice: string): Judgement {
  return {grade: "poor", fact, advice};
}

function unknown(fact: string, advice: string | null): Judgement {
  return {grade: "unknown", fact, advice};
}
