import assert from "node:assert/strict";
import {test} from "node:test";
import MarkdownIt from "markdown-it";
import {directives} from "../directives.js";
import {recordedFlight} from "../recorded-flight.js";

const RECORDING = "till/node-26.flight.json";
const md = directives(new MarkdownIt({html: true}));
const fence = (line: string, body = "") => `\`\`\`${line}\n${body}\n\`\`\`\n`;
const render = (...fences: readonly string[]) => md.render(fences.join("\n"), {path: "/profile/page"});

test("the committed recording of the till shows the block, and who did it", () => {
  const html = render(fence(`findings ${RECORDING}`));
  assert.match(html, /<li><strong>Loop blocked .* by doublesIn \(labs\/programs\/till\/app\.js:\d+\)/);
  assert.match(html, /npx lab profile record -o node-26\.flight\.json/);
  const {thread, findings} = recordedFlight(RECORDING);
  assert.equal(thread.end, "whole");
  const first = findings.find(({rule, verdict}) => rule === "blocked-loop" && verdict === "found")!;
  assert.ok(first.at.length >= 3, "each day that was closed");
});

test("a timeline has its table, numbers of findings, and one style sheet a page", () => {
  const html = render(fence(`timeline ${RECORDING}`, "*said*"), fence(`timeline ${RECORDING}`));
  assert.match(html, /<figcaption><p><em>said<\/em><\/p>\s*<\/figcaption>/);
  assert.equal(html.match(/<style>\.timeline/g)?.length, 1);
  assert.match(html, /<text class="name"[^>]*>1<\/text>/);
  assert.match(html, /<th scope="col">loop late by<\/th>.*<td>doublesIn/s);
});

test("its flame graph works as any other, without a way to Speedscope, which cannot read it", () => {
  const html = render(fence(`flamegraph ${RECORDING}`));
  assert.match(html, /data-profile="[^"]*recordings\/till\/node-26\.flight\.json"/);
  assert.doesNotMatch(html, /Speedscope/);
});

test("a recording of another kind is refused", () => {
  const other = fence("findings orders/node-26.cpuprofile");
  assert.throws(() => render(other), /page:1: findings: .*expected a recording of lab profile record/);
});
