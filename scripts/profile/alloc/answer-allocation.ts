import process from "node:process";
import type {Lab} from "#lib/lab.js";
import {type AllocationRequest, allocationOfLab} from "./allocation-of-lab.js";

/** Answers the question that this process was started with, as one line of JSON, and ends. */
export function answerAllocation(lab: Lab<unknown>): void {
  const reply = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`, () => process.exit(0));
  try {
    reply({answer: allocationOfLab(lab, JSON.parse(process.argv[2]!) as AllocationRequest)});
  } catch (error) {
    reply({error: error instanceof Error ? error.message : String(error)});
  }
}
