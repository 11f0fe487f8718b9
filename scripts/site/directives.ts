import type MarkdownIt from "markdown-it";
import {containers} from "./containers.js";
import {type Directive, parseArguments} from "./directive.js";
import {bottlenecks} from "./directives/bottlenecks.js";
import {chart} from "./directives/chart.js";
import {claims} from "./directives/claims.js";
import {concept} from "./directives/concept.js";
import {concepts} from "./directives/concepts.js";
import {digest} from "./directives/digest.js";
import {engine} from "./directives/engine.js";
import {evidence} from "./directives/evidence.js";
import {findings} from "./directives/findings.js";
import {flamegraph} from "./directives/flamegraph.js";
import {glossary, term} from "./directives/glossary.js";
import {largeProfiles} from "./directives/large-profiles.js";
import {ledger} from "./directives/ledger.js";
import {listing} from "./directives/listing.js";
import {machine} from "./directives/machine.js";
import {number} from "./directives/number.js";
import {overhead} from "./directives/overhead.js";
import {predict} from "./directives/predict.js";
import {profilers} from "./directives/profilers.js";
import {ranks} from "./directives/ranks.js";
import {recording} from "./directives/recording.js";
import {run} from "./directives/run.js";
import {sentence} from "./directives/sentence.js";
import {source} from "./directives/source.js";
import {spot} from "./directives/spot.js";
import {surprises} from "./directives/surprises.js";
import {timeline} from "./directives/timeline.js";
import {twins} from "./directives/twins.js";
import {verdicts} from "./directives/verdicts.js";
import {warmGuess} from "./directives/warm-guess.js";
import {warmNumber} from "./directives/warm-number.js";
import {warmup} from "./directives/warmup.js";
import {yourProfiles} from "./directives/your-profiles.js";
import {glossaryLinks} from "./glossary-links.js";
import {atPlace, type PageContext} from "./page-place.js";
import {markTelling, notePredictions, shownByFence, shownByNumber} from "./predictions.js";
import {readBody} from "./read-body.js";

const NUMBER = /\{\{(.*?)\}\}/g;
const LEAD = /^<p class="lead">.*<\/p>\s*$/s;

/** The fences that stand for something measured, by the first word after the backticks. */
const blocks: Record<string, {accepts: readonly string[]; render: Directive}> = {
  bottlenecks: {accepts: [], render: bottlenecks},
  chart: {accepts: ["at", "variants", "baseline", "by"], render: chart},
  claims: {accepts: [], render: claims},
  concepts: {accepts: [], render: concepts},
  digest: {accepts: [], render: digest},
  engine: {accepts: [], render: engine},
  evidence: {accepts: ["variants", "at", "show", "on"], render: evidence},
  findings: {accepts: ["most"], render: findings},
  flamegraph: {accepts: ["root", "before", "as"], render: flamegraph},
  glossary: {accepts: [], render: glossary},
  "large-profiles": {accepts: [], render: largeProfiles},
  ledger: {accepts: [], render: ledger},
  listing: {accepts: ["functions"], render: listing},
  machine: {accepts: ["place"], render: machine},
  overhead: {accepts: ["tools"], render: overhead},
  predict: {accepts: ["at", "from", "to", "of", "how", "topic"], render: predict},
  profilers: {accepts: [], render: profilers},
  ranks: {accepts: ["top"], render: ranks},
  recording: {accepts: ["top"], render: recording},
  run: {accepts: ["variants", "at"], render: run},
  spot: {accepts: ["by"], render: spot},
  surprises: {accepts: ["count"], render: surprises},
  timeline: {accepts: [], render: timeline},
  twins: {accepts: [], render: twins},
  verdicts: {accepts: ["at", "variants"], render: verdicts},
  "warm-guess": {accepts: ["at", "of", "tiers"], render: warmGuess},
  warmup: {accepts: ["at", "of", "tiers"], render: warmup},
  "your-profiles": {accepts: [], render: yourProfiles}
};

/** The `{{…}}` that are not numbers of results. */
const others = new Map([
  ["concept", concept],
  ["term", term],
  ["warm", warmNumber]
]);

/**
 * The plugin for Framework's `markdownIt` option: fences and `{{…}}` that pull measurements and source into pages,
 * and boxes for some readers.
 */
export function directives(md: MarkdownIt): MarkdownIt {
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, context: PageContext, self) => {
    const token = tokens[index]!;
    const [kind = "", ...rest] = token.info.trim().split(/\s+/);
    return atPlace(context, token.map?.[0], kind, () => {
      if (kind === "source") {
        const highlight = (content: string, language: string) => {
          const shown = Object.assign(Object.create(token), {content, info: `${language} run=false`});
          return fence([shown], 0, options, context, self);
        };
        return source(parseArguments(rest.join(" "), ["against"]), context, highlight);
      }
      const block = blocks[kind];
      if (block === undefined) return fence(tokens, index, options, context, self);
      const given = parseArguments(rest.join(" "), block.accepts);
      const html = block.render(given, context, readBody(md, token.content, context));
      return `${markTelling(context, shownByFence(kind, given), html, "div")}\n`;
    });
  };
  inlineNumbers(md);
  containers(md);
  glossaryLinks(md);
  notePredictions(md);
  return md;
}

function inlineNumbers(md: MarkdownIt): void {
  md.inline.ruler.push("measured", (state, silent) => {
    if (!state.src.startsWith("{{", state.pos)) return false;
    const end = state.src.indexOf("}}", state.pos);
    if (end < 0) return false;
    if (!silent) state.push("measured", "", 0).content = state.src.slice(state.pos + 2, end).trim();
    state.pos = end + 2;
    return true;
  });
  const at = (context: PageContext, content: string) =>
    atPlace(context, undefined, `{{${content}}}`, () => inline(content));
  md.renderer.rules.measured = (tokens, index, _options, context: PageContext) => {
    const {content} = tokens[index]!;
    return markTelling(context, [shownByNumber(content)], at(context, content), "span");
  };
  md.renderer.rules.html_block = (tokens, index, _options, context: PageContext) => {
    const {content} = tokens[index]!;
    const html = content.replace(NUMBER, (_, number: string) => at(context, number.trim()));
    if (!LEAD.test(content)) return html;
    const shown = [...content.matchAll(NUMBER)].map(([, number]) => shownByNumber(number!));
    return markTelling(context, shown, html, "div");
  };
}

function inline(content: string): string {
  const given = parseArguments(content, []);
  const other = others.get(given.positional[0] ?? "");
  if (other !== undefined) return other(given);
  return given.positional[0] === "sentence" ? sentence(given) : number(given);
}
