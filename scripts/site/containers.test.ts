import assert from "node:assert/strict";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import {ReaderError} from "../errors.js";
import {directives} from "./directives.js";
import {prepareLabs} from "./prepare.js";

const md = directives(new MarkdownIt({html: true}));
const render = (...lines: string[]) => md.render(lines.join("\n"), {path: "/nowhere"});

before(prepareLabs);

function refuses(lines: readonly string[], message: string): void {
  assert.throws(
    () => render(...lines),
    (error: unknown) => error instanceof ReaderError && error.message === message
  );
}

test("a box is a fold that is open, so that without JavaScript all of it is shown", () => {
  assert.equal(
    render("::: jvm Text in `StringBuilder`", "A *builder*.", ":::"),
    `<div class="asides">
<details class="aside aside-jvm" data-from="jvm" data-place="0" open>
<summary>If you know the JVM: Text in <code>StringBuilder</code></summary>
<p>A <em>builder</em>.</p>
</details>
</div>
`
  );
});

test("boxes that follow each other directly are one group, and keep their order in it", () => {
  const html = render("::: python", "1", ":::", "", "::: jvm", "2", ":::", "", "between", "", "::: jvm", "3", ":::");
  assert.deepEqual(
    [...html.matchAll(/<div class="asides">|<\/div>|data-from="\w+" data-place="\d"/g)].map(([found]) => found),
    [
      '<div class="asides">',
      'data-from="python" data-place="0"',
      'data-from="jvm" data-place="1"',
      "</div>",
      '<div class="asides">',
      'data-from="jvm" data-place="0"',
      "</div>"
    ]
  );
});

test("an instructor's note belongs to no group that the reader's switch orders", () => {
  const html = render("::: instructor Ten minutes", "Ask the room.", ":::", "::: jvm", "You know.", ":::");
  assert.match(html, /^<details class="aside aside-instructor" open>\n<summary>Instructor’s note: Ten minutes</);
  assert.match(html, /<\/details>\n<div class="asides">\n<details class="aside aside-jvm"/);
});

test("directives and numbers work in a box", () => {
  const html = render(
    "::: jvm",
    "```source labs/strings/ways.ts#plus",
    "```",
    "{{ratio strings join at 10000}}",
    ":::"
  );
  assert.match(
    html,
    /<details[^>]*>[\s\S]*<figure class="source">[\s\S]*function plus[\s\S]*class="measured[\s\S]*<\/details>/
  );
});

test("what is wrong with a directive in a box is said with the line of the page", () => {
  refuses(
    ["Text.", "", "::: jvm", "```claims nonsense", "```", ":::"],
    "/nowhere:4: claims: no lab is called nonsense"
  );
});

test("a box of an unknown name is refused with its page and line", () => {
  refuses(["Text.", "", "::: jvn Title", "x", ":::"], "/nowhere:3: ::: jvn Title: no box is called jvn");
});

test("a box that is not closed is refused, at the end of the page as inside of another box or a list", () => {
  refuses(["::: jvm Title", "x"], "/nowhere:1: ::: jvm Title: the box is not closed");
  refuses(["::: jvm", "x", "::: python", "y", ":::"], "/nowhere:3: ::: python: the box is not closed");
  refuses(["- item", "", "  ::: jvm", "  x", "", "after"], "/nowhere:3: ::: jvm: the box is not closed");
});

test("a mark that closes nothing is refused", () => {
  refuses(["::: jvm", "x", ":::", "", ":::"], "/nowhere:5: :::: it closes nothing");
});

test("the form of a box in a code block is code", () => {
  assert.doesNotMatch(render("```md", "::: jvm", "x", ":::", "```"), /<details/);
});
