import {ratioFigure} from "../chart/ratio-figure.js";
import {timesFigure} from "../chart/times-figure.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {labNamed} from "../known-labs.js";

/**
 * A figure: ratios to a baseline at one size (`chart strings at=10000 variants=a,b`), or time for one operation
 * over size (`chart strings by=size variants=a,b`). With no results yet it says so, and how to get them.
 */
export function chart({positional, named}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const names = listOf(named.get("variants"));
  if (named.get("by") === "size") return timesFigure(name, lab, names);
  return ratioFigure(name, lab, {at: named.get("at"), names, baseline: named.get("baseline")});
}
