import assert from "node:assert/strict";
import {test} from "node:test";
import {lateTurn, syntheticFlight} from "./synthetic-flight.js";
import {timelineOf} from "./timeline.js";
import {timelineSvg} from "./timeline-svg.js";
import {profileWithin} from "./window.js";

const flight = syntheticFlight({
  ms: 2000,
  stacks: [
    [500, 750, "parse (file:///app/orders.js:31)"],
    [1000, 1250, '<img src=x onerror="alert(1)"> (file:///app/x.js:2)']
  ],
  late: [lateTurn(500, 250), lateTurn(0, 100, {isFirst: true})],
  collections: [
    {at: 1500, ms: 25, isFull: true, heapUsed: null},
    {at: 1600, ms: 50, isFull: false, heapUsed: null}
  ],
  pulse: (at) => ({activeMs: at === 750 ? 250 : 0, cpuMs: at === 750 ? 500 : 0, heapUsed: at * 1000})
});
const [thread] = flight.threads;

test("everything stands in the interval in which it was", () => {
  const {stepMs, late, busy, cores, heap, collecting, collectingFully, functions} = timelineOf(thread!, 8);
  assert.equal(stepMs, 250);
  assert.deepEqual(late.values, [0, 0, 250, 0, 0, 0, 0, 0]);
  assert.deepEqual(busy.values, [0, 0, 1, 0, 0, 0, 0, 0]);
  assert.deepEqual([cores.values, cores.most], [[0, 0, 2, 0, 0, 0, 0, 0], 2]);
  assert.deepEqual(heap.values.slice(0, 2), [250_000, 500_000]);
  assert.deepEqual(collecting.values.slice(5), [0, 0.3, 0]);
  assert.deepEqual(collectingFully.values.slice(5), [0, 0.1, 0]);
  const parse = functions.find(({frame}) => frame.name === "parse")!;
  assert.deepEqual([parse.selfMs, parse.shares], [250, [0, 0, 1, 0, 0, 0, 0, 0]]);
});

test("a window counts a sample with the part of it that lies within", () => {
  const {tree} = profileWithin(thread!, 745, 755);
  assert.deepEqual([Math.max(...tree.self), tree.self.reduce((sum, weight) => sum + weight, 0)], [5000, 10_000]);
});

test("names do nothing in the drawing, and a program without samples can be drawn", () => {
  const look = {width: 900, title: "</title><script>", marks: [{label: "1", from: 500, to: 750}]};
  const svg = timelineSvg(timelineOf(thread!, 100), look);
  assert.doesNotMatch(svg, /<(?:img|script)/);
  assert.match(svg, />parse orders\.js:31</);
  assert.doesNotMatch(svg, /NaN|Infinity/);
  const empty = syntheticFlight({ms: 0}).threads[0]!;
  assert.doesNotMatch(timelineSvg(timelineOf(empty, 100), look), /NaN|Infinity/);
});
