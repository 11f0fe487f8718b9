import assert from "node:assert/strict";
import {mkdtempSync} from "node:fs";
import {rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";

const folder = mkdtempSync(join(tmpdir(), "hotpath-environments-"));
process.env.HOTPATH_DATA = folder;
const {environmentsByRank, environmentsOf, judgedIn, quotableEnvironments} = await import("./environments.js");
const {startingWith} = await import("./chart/starting.js");
const {labNamed, labNames} = await import("./known-labs.js");
const {prepareLabs} = await import("./prepare.js");
const {writeSyntheticData} = await import("./synthetic-data.js");
const {withManyRuntimes} = await import("./synthetic-runtimes.js");

before(async () => {
  await prepareLabs();
  await writeSyntheticData(folder, withManyRuntimes);
});

after(() => rm(folder, {recursive: true, force: true}));

test("every environment of a lab has a name and a look of its own, the same look in every lab", () => {
  const looks = new Map<string, string>();
  for (const lab of labNames()) {
    const environments = environmentsOf(lab);
    assert.equal(new Set(environments.map(({name}) => name)).size, environments.length);
    assert.equal(new Set(environments.map(({look}) => look)).size, environments.length);
    for (const {name, look} of environments) assert.equal(looks.get(name) ?? look, look, name);
    for (const {name, look} of environments) looks.set(name, look);
  }
});

test("a sentence about the lab quotes the reader's own Node first, and never a run in another language", () => {
  const [first, second] = quotableEnvironments("strings").map(({name}) => name);
  assert.equal(first, "Node 24 on your machine");
  assert.equal(second, "Node 26 on your machine");
  assert.ok(quotableEnvironments("strings").every(({run}) => !["python", "jvm"].includes(run.runtime.name)));
});

test("what ran in another language comes after what ran the lab itself, and is stale if its own text has changed", () => {
  const twins = environmentsByRank("strings").filter(({stale}) => !stale);
  assert.equal(
    twins.findIndex(({twin}) => twin),
    twins.filter(({twin}) => !twin).length
  );
  const fresh = environmentsOf("strings").filter(({run}) => run.runtime.name === "python");
  assert.ok(fresh.length > 0 && fresh.every(({stale}) => !stale));
});

test("of many environments a chart starts with the reader's own, the one that the text quotes, and the newest Node", () => {
  const names = [...startingWith(environmentsOf("strings"))].map(({name}) => name);
  assert.deepEqual(names, ["Node 24 on your machine", "Node 24 on nowhere", "Node 26 on nowhere"]);
  const few = environmentsOf("strings").slice(0, 3);
  assert.deepEqual([...startingWith(few)], few);
});

test("a run that compares otherwise is asked for the comparison that the claim means", () => {
  const {variants} = labNamed("strings");
  const twin = environmentsOf("strings").find(({run}) => run.runtime.name === "python")!;
  const inTwin = variants.find(
    ({name, against}) => against !== null && twin.run.lab.variants.some((v) => v.name === name)
  );
  const claim = {that: "", variant: inTwin!.name, ratio: {}, at: twin.run.lab.sizes[0]!};
  assert.match(judgedIn(twin, claim).sentence, new RegExp(`the time of ${inTwin!.against}\\(\\)`));
  const missing = variants.find(({name}) => !twin.run.lab.variants.some((v) => v.name === name))!;
  assert.match(judgedIn(twin, {...claim, variant: missing.name}).sentence, /has no variant/);
});
