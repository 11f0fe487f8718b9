import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import MarkdownIt from "markdown-it";
import {frameText} from "#lib/profile/frame-text.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {ReaderError} from "../../errors.js";
import {directives} from "../directives.js";
import {RECORDINGS, recordingNamed, recordingNames} from "../recordings.js";

const md = directives(new MarkdownIt({html: true}));
const render = (line: string, body = "") => md.render(`\`\`\`${line}\n${body}\n\`\`\`\n`, {path: "/profile/page"});
const recording = "orders/node-26.cpuprofile";
const earlier = "orders/node-24.cpuprofile";

function refuses(line: string, pattern: RegExp, hint: RegExp): void {
  assert.throws(
    () => render(line, "Which?"),
    (error: unknown) => {
      assert.ok(error instanceof ReaderError, String(error));
      assert.match(error.message, /page:1: (?:flamegraph|spot): /);
      assert.match(error.message, pattern);
      assert.match(error.hint.join("\n"), hint);
      return true;
    }
  );
}

test("a recording that does not exist, or lies elsewhere, is refused, and those that exist are named", () => {
  for (const directive of ["flamegraph", "spot"]) {
    refuses(`${directive} orders/node-1.cpuprofile`, /no recording is called/, /orders\/node-26\.cpuprofile/);
    refuses(`${directive} ../local/secret.cpuprofile`, /no recording is called/, /orders/);
  }
  refuses(`flamegraph ${recording} before=orders/nothing.cpuprofile`, /no recording is called/, /orders/);
  refuses("flamegraph", /the recording is missing/, /^$/);
  refuses(`flamegraph ${recording} root=left`, /root=left is not known/, /top, bottom/);
  refuses(`flamegraph ${recording} as=cake`, /as=cake is not known/, /picture, table/);
  refuses(`flamegraph ${recording} zoom=2`, /unknown argument zoom/, /root, before, as/);
  refuses(`spot ${recording} by=name`, /by=name is not known/, /self, total/);
});

test("the picture is there without a script, with a title for each box and a table that says the same", () => {
  const html = render(`flamegraph ${recording}`, "What was *recorded*.");
  const [svg = ""] = /<svg[\s\S]*<\/svg>/.exec(html) ?? [];
  assert.match(svg, /<title>bookDay \(labs\/programs\/orders\/app\.js:55\): /);
  assert.match(html, /<summary>The same as a table<\/summary>[\s\S]*<th scope="row">bookDay<\/th>/);
  assert.match(html, /<figcaption><p>What was <em>recorded<\/em>\.<\/p>/);
  assert.match(html, /data-profile="\.\.\/recordings\/orders\/node-26\.cpuprofile"/);
  assert.match(
    html,
    /href="\.\.\/speedscope\/index\.html#profileURL=\.\.%2Frecordings%2Forders%2Fnode-26\.cpuprofile&amp;title/
  );
});

test("one style sheet serves all graphs of a page, with colours that a page may set", () => {
  const both = `\`\`\`flamegraph ${recording}\n\`\`\`\n\n`.repeat(2);
  const html = md.render(both, {path: "/profile/page"});
  assert.equal(html.match(/<svg/g)!.length, 2);
  assert.equal(html.match(/<style>/g)!.length, 1);
  assert.match(html, /var\(--flame-own,light-dark\(/);
});

test("the root is at the bottom where that is asked for, and a table can stand alone", () => {
  const y = (html: string) => Number(/<text x="[\d.]+" y="(\d+)">run</.exec(html)![1]);
  assert.ok(y(render(`flamegraph ${recording} root=bottom`)) > y(render(`flamegraph ${recording}`)));
  assert.doesNotMatch(render(`flamegraph ${recording} as=table`), /<svg|<details/);
});

test("two recordings are one picture with signs, no neighbours and both addresses", () => {
  const html = render(`flamegraph ${recording} before=${earlier}`);
  assert.match(html, /data-before="\.\.\/recordings\/orders\/node-24\.cpuprofile"/);
  assert.match(html, /class="grew-[12]"[^>]*\/><text[^>]*>\+/);
  assert.match(html, /class="shrank-[12]"[^>]*\/><text[^>]*>−/);
  assert.doesNotMatch(html, /flame-neighbours|Speedscope/);
});

test("of the choices the one with the most is right, by self and by total, and the order gives nothing away", () => {
  const rows = functionRows(withoutIdle(recordingNamed(recording)));
  const answers = (by: string) => {
    const html = render(`spot ${recording} by=${by}`, "Where?");
    return [...html.matchAll(/<summary>(.*?)<\/summary>\s*<p><span class="verdict verdict-(\w+)"/g)];
  };
  const right = (by: string) =>
    answers(by)
      .filter(([, , verdict]) => verdict === "holds")
      .map(([, name]) => name);
  assert.deepEqual(right("self"), [frameText(rows[0]!.frame)]);
  assert.match(right("total")[0]!, /^\(anonymous\) \(labs\/programs\/orders\/app\.js:1\)$/);
  const names = answers("self").map(([, name]) => name!);
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b, "en"))
  );
});

test("every committed recording is read, names no folder of its maker, and is small enough for a page", () => {
  assert.ok(recordingNames().length > 0);
  for (const name of recordingNames()) {
    assert.ok(existsSync(join(RECORDINGS, name)));
    const files = recordingNamed(name).frames.map(({file}) => file);
    assert.deepEqual(
      files.filter((file) => /^(?:file:\/\/)?\/|^[A-Za-z]:[\\/]/.test(file)),
      [],
      name
    );
  }
});
