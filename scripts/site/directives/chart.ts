import {ratioFigure} from "../chart/ratio-figure.js";
import {staleNote} from "../chart/stale-note.js";
import {timesFigure} from "../chart/times-figure.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {labNamed} from "../known-labs.js";

/** Pages whose first chart has said how to read it. */
const explained = new WeakSet<object>();

/**
 * A figure: ratios to a baseline at one size (`chart strings at=10000 variants=a,b`), or time for one operation
 * over size (`chart strings by=size variants=a,b`). With no results yet it says so, and how to get them.
 */
export function chart({positional, named}: DirectiveArguments, page: object): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const names = listOf(named.get("variants"));
  const note = staleNote(name, page);
  if (named.get("by") === "size") return timesFigure(name, lab, names, note);
  const request = {at: named.get("at"), names, baseline: named.get("baseline")};
  const explain = !explained.has(page);
  explained.add(page);
  return ratioFigure(name, lab, request, {explain, note});
}
