import assert from "node:assert/strict";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import {ReaderError} from "../errors.js";
import {directives} from "./directives.js";
import {prepareLabs} from "./prepare.js";

const md = directives(new MarkdownIt({html: true}));
const fence = (line: string) => `\`\`\`${line}\n\`\`\`\n`;

before(prepareLabs);

function refuses(markdown: string, pattern: RegExp, hint: RegExp): void {
  assert.throws(
    () => md.render(markdown),
    (error: unknown) => {
      assert.ok(error instanceof ReaderError, String(error));
      assert.match(error.message, pattern);
      assert.match(error.hint.join("\n"), hint);
      return true;
    }
  );
}

test("an unknown lab is refused, and the labs that exist are named", () => {
  refuses(fence("claims nonsense"), /no lab is called nonsense/, /baseline, shapes, strings, typed-arrays/);
});

test("a lab's name cannot lead out of its folder", () => {
  refuses(fence("claims ../../package"), /no lab is called/, /strings/);
});

test("an unknown variant is refused, and the variants that exist are named", () => {
  refuses(fence("chart strings at=10000 variants=jion"), /no variant jion/, /join/);
  refuses("Takes {{ratio strings jion at 10000}}.", /no variant jion/, /join/);
});

test("a size that is not measured is refused, and the sizes that are measured are named", () => {
  refuses(fence("chart strings at=123"), /not measured at size 123/, /1000, 10000/);
  refuses("{{ratio strings join at 123}}", /not measured at size 123/, /1000, 10000/);
});

test("variants of different baselines cannot stand in one chart", () => {
  refuses(
    fence("chart strings at=10000 variants=join,join-read"),
    /join-read is compared with plus-read, not with plus/,
    /^$/
  );
});

test("an unknown region is refused, and the regions that exist are named", () => {
  refuses(fence("source labs/strings/ways.ts#nonsense"), /has no region nonsense/, /plus/);
});

test("a source outside of the repository is refused", () => {
  refuses(fence("source ../secret.ts"), /no file/, /root of the repository/);
  refuses(fence("source /etc/passwd"), /no file/, /root of the repository/);
});

test("an argument that a directive does not take is refused", () => {
  refuses(fence("chart strings size=10000"), /unknown argument size/, /at, variants/);
});

test("a kind of number that does not exist is refused", () => {
  refuses("{{speed strings join at 10000}}", /no number is called speed/, /ratio/);
});

test("source comes without its region marks, and without the indentation of its place", () => {
  const html = md.render(fence("source labs/strings/ways.ts#plus"));
  assert.match(html, /function plus/);
  assert.doesNotMatch(html, /#region|#endregion/);
  assert.match(html, /<figcaption><code>labs\/strings\/ways\.ts<\/code>/);
});

test("a page without directives is left alone", () => {
  assert.equal(md.render("a `code` and { braces }\n"), "<p>a <code>code</code> and { braces }</p>\n");
});
