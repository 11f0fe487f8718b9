import assert from "node:assert/strict";
import {test} from "node:test";
import {runLab} from "../../lab-process.js";

test("what cannot be right is refused with the way out", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [["attach", "none"], /must be a whole number/],
    [["attach", "4194305"], /no process 4194305 is running/],
    [["attach", "1", "-o", "x.doc"], /x\.doc: its ending names no format/],
    [["attach", "1", "--interval", "1us"], /must be a time/],
    [["run", "--interval", "0.001ms", "--", "node"], /must be from 0\.05ms to 1s/],
    [["run", "--", "no-such-program"], /no such program: no-such-program/],
    [["top", "1", "--every", "100ms"], /must be from 1s to 60s/],
    [["dump"], /missing required argument 'pid'/]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(["profile", ...args]);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
});
