import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {readV8Log} from "./read-v8-log.js";
import type {V8Log} from "./v8-log.js";

const VERSIONS = ["11.3", "12.4", "13.6", "14.6"] as const;
const FILE = "/app/golden, ü.cjs";
const golden = (version: string) =>
  readV8Log(readFileSync(new URL(`golden/v8-${version}.log`, import.meta.url), "utf8"));

/** Deoptimisations for a reason, as `count function line:column < line:column`. */
function deoptimised({deoptimisations}: V8Log, reason: string): string[] {
  return deoptimisations
    .filter((each) => each.reason === reason)
    .map(({count, functionName, places}) => {
      assert.ok(places.every(({file}) => file === FILE));
      return `${count} ${functionName} ${places.map(({line, column}) => `${line}:${column}`).join(" < ")}`;
    });
}

for (const version of VERSIONS) {
  const log = golden(version);

  test(`V8 ${version}: its version is read`, () => {
    assert.ok(log.version?.startsWith(`${version}.`));
  });

  test(`V8 ${version}: a getter that meets second and more shapes is found, alone and where it was inlined`, () => {
    assert.deepEqual(deoptimised(log, "wrong map").sort(), ["2 getX 2:16", "2 sum 2:16 < 6:40"]);
  });

  test(`V8 ${version}: an addition of texts after one of numbers is found`, () => {
    assert.deepEqual(deoptimised(log, "not a Smi"), ["1 add 10:12"]);
  });

  test(`V8 ${version}: code that falls with a changed prototype has a kind of its own`, () => {
    const changed = log.deoptimisations.filter(({kind}) => kind === "dependency-change");
    assert.ok(changed.length > 0);
    assert.ok(changed.every(({places: [{line}]}) => line === 41 || line === 44));
  });

  test(`V8 ${version}: every deoptimisation has its function`, () => {
    assert.deepEqual(
      log.deoptimisations.filter(({functionName}) => functionName === null),
      []
    );
  });

  test(`V8 ${version}: sites have the state of the worst that they have seen`, () => {
    const site = (access: string, line: number) =>
      log.sites.find((each) => each.access === access && each.place.line === line);
    const {state, misses, shapes, property, functionName, place} = site("LoadIC", 2)!;
    assert.deepEqual([state, misses, shapes, property, functionName], ["megamorphic", 10, 10, "x", "getX"]);
    assert.deepEqual(place, {file: FILE, line: 2, column: 16});
    assert.deepEqual([site("KeyedLoadIC", 13)!.property, site("KeyedLoadIC", 13)!.state], [null, "megamorphic"]);
    assert.deepEqual([site("StoreIC", 19)!.property, site("StoreIC", 19)!.state], ["x", "monomorphic"]);
  });

  test(`V8 ${version}: a function that was called often has been optimised`, () => {
    const {tier} = log.sites.find(({functionName}) => functionName === "getX")!;
    assert.ok(tier === "maglev" || tier === "turbofan", tier);
  });
}

test("only V8 13.6 and 14.6 give code up to replace it in a running loop", () => {
  const replaced = VERSIONS.filter((version) =>
    golden(version).deoptimisations.some(({reason}) => reason === "prepare for on stack replacement (OSR)")
  );
  assert.deepEqual(replaced, ["13.6", "14.6"]);
});

test("lines that were cut off, and texts that are no log, are passed over", () => {
  const whole = readFileSync(new URL("golden/v8-14.6.log", import.meta.url), "utf8");
  for (let length = 0; length < whole.length; length += 97) readV8Log(whole.slice(0, length));
  assert.deepEqual(readV8Log("LoadIC\ncode-deopt,,,\nscript-source\ncode-creation,JS,\n\n%PDF-1.7"), {
    version: null,
    deoptimisations: [],
    sites: [],
    sourceMaps: new Map()
  });
});

test("code that the collector moved is found where it is now", () => {
  const {sites} = readV8Log(
    [
      "script-source,1,/app/a.js,text",
      "code-creation,JS,10,1,0x1000,16,f /app/a.js:1:10,0x9,~",
      "code-move,0x1000,0x5ff8",
      "LoadIC,0x6002,2,3,4,0,1,0x7,x,,"
    ].join("\n")
  );
  assert.deepEqual(sites[0]?.place, {file: "/app/a.js", line: 3, column: 4});
});

test("the address of a script's source map is read, a loader's inline one too", () => {
  const {sourceMaps} = readV8Log(
    "script-source,1,/app/a.ts,f();\\n//# sourceMappingURL=data:application/json\\x2Cx==\nscript-source,2,/app/b.js,f();"
  );
  assert.deepEqual([...sourceMaps], [["/app/a.ts", "data:application/json,x=="]]);
});
