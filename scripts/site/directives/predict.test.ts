import assert from "node:assert/strict";
import {before, test} from "node:test";
import MarkdownIt from "markdown-it";
import type {Question} from "#lib/calibration/question.js";
import {ReaderError} from "../../errors.js";
import {directives} from "../directives.js";
import {prepareLabs} from "../prepare.js";

const md = directives(new MarkdownIt({html: true}));
const predict = (line: string, body = "More, or *less*?") => `\`\`\`predict ${line}\n${body}\n\`\`\`\n`;
const render = (markdown: string) => md.render(markdown, {path: "/lessons/strings"});

before(prepareLabs);

function questionsIn(html: string): Question[] {
  const scripts = html.matchAll(/<script type="application\/json">(\{"id":"predict-.*?)<\/script>/g);
  return [...scripts].map(([, json]) => JSON.parse(json!) as Question);
}

function refuses(line: string, pattern: RegExp, hint: RegExp, body?: string): void {
  assert.throws(
    () => render(predict(line, body)),
    (error: unknown) => {
      assert.ok(error instanceof ReaderError, String(error));
      assert.match(error.message, /strings\.md:\d+: predict: /);
      assert.match(error.message, pattern);
      assert.match(error.hint.join("\n"), hint);
      return true;
    }
  );
}

test("a lab, a variant and a size that do not exist are refused by page and line", () => {
  refuses("nonsense join at=1000", /no lab is called nonsense/, /strings/);
  refuses("strings jion at=10000", /no variant jion/, /push-join/);
  refuses("strings join at=123", /join is not measured at size 123/, /1000, 10000/);
  refuses("strings join", /join is not measured at size/, /1000, 10000/);
  refuses("strings plus-read from=1000 to=7", /plus-read is not measured at size 7/, /10000/);
  refuses("strings join to=nobody at=10000", /no variant nobody/, /plus/);
  refuses("strings join to=character-inside at=100000", /join is not measured at size 100000/, /1000/);
});

test("a question that cannot be judged is refused", () => {
  refuses("strings plus at=10000", /plus is a baseline/, /to=VARIANT/);
  refuses("strings plus-read from=10000 to=1000", /a growth leads to a larger size/, /^$/);
  refuses("strings join at=10000 how=loudly", /how=loudly is not known/, /choices, ratio/);
  refuses("strings plus of=rate at=10000 how=ratio", /a rate is no ratio/, /how=/);
  refuses("strings join of=speed at=10000", /of=speed is not known/, /of=rate/);
  refuses("strings join at=10000 size=3", /unknown argument size/, /topic/);
  refuses("strings join at=10000", /the question, .* is missing/, /^$/, "");
});

test("the same question cannot be asked twice on a page", () => {
  assert.throws(() => render(predict("strings join at=10000").repeat(2)), /asks the same question twice/);
});

test("the question is Markdown in the page, and plain text in what is kept", () => {
  const html = render(predict("strings join at=10000", "Does `a < b` take\n*more* time?"));
  assert.match(html, /Does <code>a &lt; b<\/code> take\s<em>more<\/em> time\?/);
  const [question] = questionsIn(html);
  assert.equal(question!.asked, "Does a < b take more time?");
  assert.equal(question!.id, "predict-strings-join-at-10000");
  assert.equal(question!.page, "lessons/strings");
  assert.equal(question!.of, "+=");
  assert.deepEqual([question!.kind, question!.how, question!.topic], ["ratio", "choices", "strings"]);
});

test("a growth, a rate, and a ratio to a variant that is named are told apart", () => {
  const html = render(
    predict("strings plus-read from=1000 to=10000 topic=growth how=ratio") +
      predict("baseline squares of=rate at=21891") +
      predict("baseline chain to=squares at=21891")
  );
  const questions = questionsIn(html);
  assert.deepEqual(
    questions.map(({id, kind, sizes}) => ({id, kind, sizes})),
    [
      {id: "predict-strings-plus-read-from-1000-to-10000", kind: "growth", sizes: [1000, 10_000]},
      {id: "predict-baseline-squares-rate-at-21891", kind: "rate", sizes: [21_891]},
      {id: "predict-baseline-chain-to-squares-at-21891", kind: "ratio", sizes: [21_891]}
    ]
  );
  assert.deepEqual(
    questions.map(({topic}) => topic),
    ["growth", "baseline", "baseline"]
  );
  assert.equal(questions[2]!.of, "t += i * i");
  assert.match(html, /Prediction 2 of 3/);
});

test("what gives an answer away names its question, also above it; what gives none away is left alone", () => {
  const chart = (line: string) => `\`\`\`chart strings ${line}\n\`\`\`\n\n`;
  const html = render(
    `<p class="lead">{{sentence strings join at 10000}}</p>\n\n${predict("strings join at=10000")}\n` +
      `{{ratio strings join at 1000}} {{growth strings join from 1000 to 10000}} {{ratio strings template at 10000}}\n\n` +
      chart("at=10000") +
      chart("at=1000") +
      chart("at=10000 variants=template,concat") +
      chart("by=size variants=plus,join") +
      chart("by=size variants=plus,push-join") +
      "```claims strings\n```\n"
  );
  const told = [...html.matchAll(/<(div|span) class="telling" data-answers="([^"]*)">/g)];
  assert.deepEqual(
    told.map(([, tag, ids]) => `${tag} ${ids}`),
    ["div", "div", "div", "div"].map((tag) => `${tag} predict-strings-join-at-10000`)
  );
  assert.match(html, /^<div class="telling" data-answers="[^"]*"><p class="lead">/);
});

test("a page without predictions covers nothing", () => {
  assert.doesNotMatch(render("```chart strings at=10000\n```\n"), /telling/);
});
