import assert from "node:assert/strict";
import {test} from "node:test";
import * as units from "./units.js";

type Cases = readonly (readonly [value: number, text: string])[];

function says(format: (value: number) => string, cases: Cases): void {
  for (const [value, text] of cases) assert.equal(format(value), text);
}

test("times have three significant digits in the unit that fits, also where rounding carries", () => {
  says(units.formatNs, [
    [0.0123, "0.0123 ns"],
    [0.5, "0.500 ns"],
    [3, "3.00 ns"],
    [999.4, "999 ns"],
    [999.6, "1.00 µs"],
    [12_345, "12.3 µs"],
    [999_999, "1.00 ms"],
    [5e9, "5.00 s"],
    [1.5e12, "1,500 s"]
  ]);
});

test("bytes are in powers of 1000", () => {
  says(units.formatBytes, [
    [0, "0 B"],
    [999, "999 B"],
    [999.6, "1.00 kB"],
    [1536, "1.54 kB"],
    [8 * 2 ** 30, "8.59 GB"]
  ]);
});

test("rates are said as an engineer says them", () => {
  says(units.formatRate, [
    [0.25, "0.25/s"],
    [999, "999/s"],
    [999.9, "1,000/s"],
    [450_123, "450,000/s"],
    [999_999, "1.00 million/s"],
    [1.789e9, "1.79 billion/s"]
  ]);
});

test("counts have a comma every three digits", () => {
  says(units.formatCount, [
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [3_200_000, "3,200,000"],
    [-12_345, "-12,345"]
  ]);
});

test("shares have two significant digits", () => {
  says(units.formatPercent, [
    [0.0012, "0.12 %"],
    [0.0123, "1.2 %"],
    [0.5, "50 %"],
    [1, "100 %"],
    [12.34, "1,234 %"]
  ]);
});

test("ratios are factors", () => {
  says(units.formatRatio, [
    [1.4249, "1.42×"],
    [0.704, "0.70×"],
    [0.0123, "0.012×"],
    [12.34, "12.3×"],
    [1234.5, "1,235×"]
  ]);
  assert.equal(units.formatRatio(1.00249, 4), "1.0025×");
});

test("the ends of an interval are shown on their side of 1, and apart", () => {
  const cases = [
    [1.38, 1.47, "1.38 to 1.47"],
    [0.97, 1.08, "0.97 to 1.08"],
    [0.9982, 1.0031, "0.998 to 1.003"],
    [1.0001, 1.02, "1.0001 to 1.0200"],
    [0.98, 0.9996, "0.9800 to 0.9996"],
    [1.0002, 1.0004, "1.0002 to 1.0004"],
    [1, 1, "1.00 to 1.00"],
    [12.31, 12.9, "12.3 to 12.9"],
    [0.00104, 74_431.3997, "0.0010 to 74,431"],
    [0.99996, 12.34, "0.99996 to 12.3"]
  ] as const;
  for (const [low, high, text] of cases) assert.equal(units.formatInterval([low, high]), text);
});

test("quantities have the plural that the number asks for", () => {
  assert.equal(units.formatQuantity(1, "piece"), "1 piece");
  assert.equal(units.formatQuantity(10_000, "piece"), "10,000 pieces");
  assert.equal(units.formatQuantity(2, "entry"), "2 entries");
  assert.equal(units.formatQuantity(2, "key"), "2 keys");
  assert.equal(units.formatQuantity(2, "access"), "2 accesses");
});
