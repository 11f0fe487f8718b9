import {comparisonSentence} from "#lib/verdict.js";
import {exactPlace} from "../chart/provenance.js";
import {type DirectiveArguments, required} from "../directive.js";
import {comparisonsOf, quotableEnvironments} from "../environments.js";
import {escapeHtml} from "../html.js";
import {labNamed, sizeOf, variantNamed} from "../known-labs.js";

/** `{{sentence strings join at 10000}}`: what was seen of a variant beside its baseline, as a sentence. */
export function sentence({positional: [, labName, variantName, , at]}: DirectiveArguments): string {
  const lab = labNamed(required(labName, "the lab"));
  const variant = variantNamed(lab, required(variantName, "the variant"));
  const size = sizeOf(variant, at);
  for (const environment of quotableEnvironments(labName!)) {
    const found = comparisonsOf(environment).find((one) => one.variant === variant.name && one.size === size);
    if (found === undefined) continue;
    const text = comparisonSentence(found, environment.run.lab);
    return `<span class="measured">${escapeHtml(text)} <span class="measured-where">${exactPlace(environment)}.</span></span>`;
  }
  return `<span class="measured measured-none">${escapeHtml(variant.title)}: not measured yet.</span>`;
}
