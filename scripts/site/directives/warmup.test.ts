import assert from "node:assert/strict";
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import {SYNTHETIC_MACHINE as machine, normalFrom} from "#lib/synthetic-run.js";
import {syntheticCurve} from "#lib/warmup/synthetic-curve.js";
import type {Tier, Warmup, WarmupSeries} from "#lib/warmup/warmup.js";
import {TEMPORARY} from "../../temporary-data.js";

const {ReaderError} = await import("../../errors.js");
const {directives} = await import("../directives.js");
const {hashesOfLab} = await import("../known-labs.js");
const {prepareLabs} = await import("../prepare.js");

const md = directives(new MarkdownIt({html: true}));
const fence = (line: string, text = "") => `\`\`\`${line}\n${text}\n\`\`\`\n`;
const CURVES = "baseline squares at=21891";

const normal = normalFrom(4);

/** Six processes that reach a level at different calls; those of Python are flat. */
function seriesOf(name: string, version: string, tier: Tier, hash = hashesOfLab("baseline")({name})!): WarmupSeries {
  const levels = name === "python" ? [1e6, 1e6] : [9e5, 15_000];
  const processes = Array.from({length: 6}, (_, index) => {
    const ns = syntheticCurve(
      400,
      (i) => levels[i < 60 + index ? 0 : 1]!,
      () => 0.01 * normal()
    );
    return {ns, calls: [[400, 1]] as [number, number][]};
  });
  return {
    ...{
      runtime: {name, version, engine: "none", flags: []},
      tier,
      variant: "squares",
      size: 21_891,
      unit: "step",
      hash
    },
    ...{started: "2026-01-02T00:00:00.000Z", seed: 1, clockStepNs: 30, load: null, processes, failures: []}
  };
}

before(async () => {
  await prepareLabs();
  const series = [
    ...[seriesOf("node", "20.1.0", "default"), seriesOf("node", "24.1.0", "default")],
    ...[seriesOf("node", "24.1.0", "interpreter"), seriesOf("python", "3.11.0", "default")],
    seriesOf("node", "26.1.0", "default", "0".repeat(64))
  ];
  const folder = join(TEMPORARY, "data/local/warmup");
  mkdirSync(folder, {recursive: true});
  writeFileSync(
    join(folder, "baseline.json"),
    JSON.stringify({warmup: 1, lab: "baseline", machine, series} satisfies Warmup)
  );
});

function refuses(markdown: string, pattern: RegExp, hint: RegExp): void {
  assert.throws(
    () => md.render(markdown),
    (error: unknown) =>
      error instanceof ReaderError && pattern.test(error.message) && hint.test([error.hint].flat().join("\n"))
  );
}

test("curves are a figure with a layer for each series, its text, its numbers and its provenance", () => {
  const html = md.render(fence(`warmup ${CURVES} of=node@20,node@24`));
  assert.match(html, /<figure class="chart" data-lab="baseline">[\s\S]*<svg/);
  const layers = [...html.matchAll(/<input type="checkbox" value="environment_(\d)" checked/g)].map(
    ([, order]) => order
  );
  assert.deepEqual(layers, ["0", "1"]);
  assert.match(
    html,
    /aria-label="Node 20 on your machine: warm-up, first call [^"]*steady 15\.\d µs [^"]* calls\. Node 24 on /
  );
  assert.match(
    html,
    /<figcaption>Time of each call of <b>t \+= i \* i<\/b> at 21,891 steps[\s\S]*Node 20\.1\.0 and Node 24\.1\.0 on your machine/
  );
  assert.match(html, /The numbers behind this chart/);
  assert.match(html, /<th scope="col">calls before<\/th>[\s\S]*<th scope="row">Node 20<\/th>/);
  assert.doesNotMatch(html, /#[0-9a-f]{6}\b/, "colours are variables of the theme");
});

test("the same curves give the same bytes", () => {
  const text = fence(`warmup ${CURVES} of=node@24 tiers=interpreter,default`);
  assert.equal(md.render(text), md.render(text));
});

test("what has not been measured is told, with the command that measures it", () => {
  const html = md.render(fence("warmup baseline squares at=1973 of=node@20 tiers=interpreter"));
  assert.match(
    html,
    /No curve has been measured yet[\s\S]*npx lab warmup baseline --variant squares --size 1973 --with node@20 --tiers interpreter/
  );
  assert.match(md.render("{{warm calls baseline squares at 1973 on node@20}}"), /not measured yet/);
});

test("curves of the lab as it was before are not shown, and that is told", () => {
  assert.match(
    md.render(fence(`warmup ${CURVES} of=node@26`)),
    /curves are of another version of this lab[\s\S]*--with node@26/
  );
});

test("a figure in prose stands beside where it was measured", () => {
  for (const kind of ["first", "steady", "class"]) {
    assert.match(
      md.render(`{{warm ${kind} baseline squares at 21891 on node@20}}`),
      /class="measured">[^<]+<span class="measured-where">\(<b>Node 20 on /
    );
  }
});

test("the answers to a guess are told apart by the data: one is right", () => {
  const html = md.render(fence(`warm-guess ${CURVES} of=python`, "How many?"));
  assert.equal(html.match(/✓ yes/g)!.length, 1);
  assert.match(html, /<summary>10,000 or more<\/summary>/);
  assert.match(html, /<p>How many\?<\/p>/);
});

test("what does not exist is refused by name", () => {
  refuses(fence("warmup baseline sqaures at=21891"), /no variant sqaures/, /squares/);
  refuses(fence("warmup baseline squares at=5"), /not measured at size 5/, /21891/);
  refuses(fence(`warmup ${CURVES} tiers=c3`), /no tier c3/, /interpreter/);
  refuses("{{warm last baseline squares at 21891 on node}}", /no figure of a warm-up is called last/, /first, steady/);
  refuses("{{warm first baseline squares on node}}", /at SIZE is missing/, /^$/);
  refuses("{{warm first baseline squares at 21891 by node}}", /unexpected by/, /at SIZE on RUNTIME/);
});
