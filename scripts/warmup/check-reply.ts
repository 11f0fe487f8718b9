import * as v from "valibot";
import {checkValue, ResultError} from "#lib/check-value.js";
import {positive} from "#lib/schema-parts.js";
import type {Curve} from "#lib/warmup/curve.js";
import {checkCurve} from "#lib/warmup/warmup.js";
import {ForkError} from "../measure/ask.js";

const Reply = v.looseObject({curve: v.unknown(), clockStepNs: positive});

/** Four digits: the clock does not know more. */
const rounded = (ns: number) => Number(ns.toPrecision(4));

/**
 * Checks what a process said before it is believed.
 *
 * @throws ForkError if it is no curve
 */
export function checkReply(told: unknown): {curve: Curve; clockStepNs: number} {
  try {
    const {curve, clockStepNs} = checkValue(Reply, told, "its answer");
    const {ns, calls} = checkCurve(curve, "its answer");
    return {curve: {ns: ns.map(rounded), calls}, clockStepNs: rounded(clockStepNs)};
  } catch (error) {
    if (error instanceof ResultError) throw new ForkError(error.message, {cause: error});
    throw error;
  }
}
