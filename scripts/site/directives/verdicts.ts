import {comparisonSentence} from "#lib/verdict.js";
import {choose} from "../chart/chosen.js";
import {table} from "../chart/figure.js";
import {exactPlace} from "../chart/provenance.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {comparisonsOf, environmentsOf} from "../environments.js";
import {escapeHtml} from "../html.js";
import {labNamed} from "../known-labs.js";

/** `verdicts strings at=10000 variants=a,b`: the comparisons in words, one row for each environment. */
export function verdicts({positional, named}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const {variants, baseline, size} = choose(lab, {at: named.get("at"), names: listOf(named.get("variants"))});
  const rows = environmentsOf(name).flatMap((environment) =>
    comparisonsOf(environment)
      .filter((one) => one.size === size && one.baseline === baseline.name)
      .filter((one) => variants.some((variant) => variant.name === one.variant))
      .map((one) => [exactPlace(environment), one.verdict, escapeHtml(comparisonSentence(one, environment.run.lab))])
  );
  return rows.length === 0 ? "<p>Not measured yet.</p>" : table(["where", "verdict", "in words"], rows);
}
