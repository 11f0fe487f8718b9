import {kindOf} from "#lib/kind-of.js";
import {choose} from "../chart/chosen.js";
import {command} from "../command.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {hashOfLab, labNamed} from "../known-labs.js";

/**
 * `run strings variants=a,b at=10000`: measures in the page, and says how to measure the same better in a terminal.
 * The link makes Framework publish the compiled lab; the component finds its address there.
 */
export function run({positional, named}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const {baseline, variants, size} = choose(lab, {
    at: named.get("at"),
    names: listOf(named.get("variants"))
  });
  const titles = [baseline, ...variants].map(({title}) => `<b>${escapeHtml(title)}</b>`).join(", ");
  const plan = [baseline, ...variants].map((variant) => variant.name).join(",");
  const chosen = variants.map((variant) => variant.name).join(" ");
  return `<form class="run-lab" data-lab="${name}" data-kind="${kindOf(lab, baseline.name)}" data-hash="${hashOfLab(name)}" data-variants="${escapeHtml(plan)}" data-size="${size}">
<p class="run-lab-what">Measures ${titles} on your machine, now.</p>
<p class="run-lab-buttons"><button type="submit">Run in this page</button><button type="button" class="run-lab-stop" hidden>Stop</button>
<progress max="1" value="0" hidden aria-label="How much of the run is done"></progress></p>
<div class="run-lab-status" role="status"></div>
<div class="run-lab-outcome"></div>
<p class="run-lab-terminal">The same in a terminal, with fresh processes and a finer clock: ${command(`npx lab run ${name} --variant ${chosen} --size ${size}`)}
<a href="/workers/${name}.js" download>The code that is measured</a></p>
</form>`;
}
