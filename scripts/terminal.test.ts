import assert from "node:assert/strict";
import {EventEmitter} from "node:events";
import {test} from "node:test";
import {stripVTControlCharacters} from "node:util";
import {Progress} from "./terminal/progress.js";
import {formatTable} from "./terminal/table.js";
import {cut, displayWidth, wrap} from "./terminal/width.js";
import {Terminal} from "./terminal.js";

class Stream extends EventEmitter {
  written = "";
  isTTY: boolean;
  columns = 80;
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  write(text: string) {
    this.written += text;
  }
}

function terminalOn(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  const [stdout, stderr] = [new Stream(isTTY), new Stream(isTTY)];
  const parts = {stdout, stderr, env, platform: "linux"} as unknown as ConstructorParameters<typeof Terminal>[0];
  return {terminal: new Terminal(parts), stdout, stderr};
}

const state = {lab: "strings", what: "join at 10,000", block: 3, blocks: 6, done: 40, total: 96, secondsLeft: 21};

test("colour appears on a terminal, and NO_COLOR, FORCE_COLOR, TERM=dumb and --no-color overrule that", () => {
  const colour = (isTTY: boolean, env: NodeJS.ProcessEnv) => terminalOn(isTTY, env).terminal.paint("good", "x") !== "x";
  assert.equal(colour(true, {}), true);
  assert.equal(colour(false, {}), false);
  assert.equal(colour(true, {NO_COLOR: "1"}), false);
  assert.equal(colour(true, {NO_COLOR: ""}), true);
  assert.equal(colour(true, {TERM: "dumb"}), false);
  assert.equal(colour(false, {FORCE_COLOR: "1"}), true);
  assert.equal(colour(true, {FORCE_COLOR: "0"}), false);
  const {terminal} = terminalOn(true);
  terminal.colour = false;
  assert.equal(terminal.paint("good", "x"), "x");
});

test("results go to standard output, messages to standard error", () => {
  const {terminal, stdout, stderr} = terminalOn(false);
  terminal.print("result");
  terminal.tell("message");
  terminal.printJson({name: "\u009b2J"});
  assert.equal(stdout.written, 'result\n{\n  "name": "\\u009b2J"\n}\n');
  assert.equal(stderr.written, "message\n");
});

test("a message is broken between words where a terminal ends, below its indentation, and nowhere else", () => {
  const text = `lab run: ${"word ".repeat(30).trim()}\n  ${"hint ".repeat(20).trim()}`;
  const {terminal, stderr} = terminalOn(true);
  terminal.tell(text);
  const lines = stderr.written.trimEnd().split("\n");
  assert.ok(lines.length === 4 && lines.every((line) => displayWidth(line) <= 80 && /(word|hint)$/.test(line)));
  assert.deepEqual(
    lines.map((line) => /^ */.exec(line)![0].length),
    [0, 0, 2, 2]
  );
  const piped = terminalOn(false);
  piped.terminal.tell(text);
  assert.equal(piped.stderr.written, `${text}\n`);
});

test("a locale that names another encoding gets ASCII, an empty one does not", () => {
  const shown = (env: NodeJS.ProcessEnv) => {
    const {terminal, stdout} = terminalOn(false, env);
    terminal.print("✓ 1.41× ·•●│ µs 語");
    return stdout.written;
  };
  assert.equal(shown({LANG: "C"}), "+ 1.41x .oO| us ?\n");
  assert.equal(shown({LANG: "C", LC_ALL: "C.UTF-8"}), "✓ 1.41× ·•●│ µs 語\n");
  assert.equal(shown({}), "✓ 1.41× ·•●│ µs 語\n");
});

test("a pipe that is closed early ends the writing and is no error", () => {
  const {terminal, stdout} = terminalOn(false);
  stdout.emit("error", Object.assign(new Error("write EPIPE"), {code: "EPIPE"}));
  terminal.print("more");
  assert.equal(stdout.written, "");
  assert.throws(() => stdout.emit("error", Object.assign(new Error("disk"), {code: "ENOSPC"})), /disk/);
});

test("without a terminal, progress is one plain line a block", () => {
  const {terminal, stderr} = terminalOn(false);
  for (const done of [40, 41, 42]) terminal.progress.update({...state, done});
  terminal.progress.update({...state, block: 4, done: 48});
  terminal.progress.end();
  assert.equal(
    stderr.written,
    "strings: block 3 of 6, 40 of 96 processes, 21 s left\nstrings: block 4 of 6, 48 of 96 processes, 21 s left\n"
  );
});

test("on a terminal, many updates are drawn once, within the columns, and the cursor comes back", (t) => {
  t.mock.timers.enable({apis: ["setTimeout"]});
  for (const columns of [120, 80, 60, 20]) {
    let written = "";
    const write = (text: string) => {
      written += text;
    };
    const progress = new Progress({live: true, columns: () => columns, write, bar: (full, rest) => full + rest});
    for (let done = 0; done < 40; done++) progress.update({...state, done, interval: "1.41× (1.38 to 1.44)"});
    t.mock.timers.tick(0);
    assert.equal(written.split("\u001b[2K").length, 2, "one line was drawn");
    assert.ok(displayWidth(written) < columns, `${columns} columns`);
    progress.line("kept");
    assert.match(written, /kept\n/);
    progress.end();
    assert.ok(written.startsWith("\u001b[?25l") && written.endsWith("\u001b[?25h"));
  }
});

test("width counts columns: styling and marks none, wide characters two", () => {
  assert.equal(displayWidth("\u001b[1mbold\u001b[22m"), 4);
  assert.equal(displayWidth("e\u0301"), 1);
  assert.equal(displayWidth("語 1.41×"), 8);
  assert.equal(displayWidth("👩‍💻🇳🇱"), 4);
});

test("a cut line keeps its width and closes its styling", () => {
  assert.equal(cut("template", 5), "temp…");
  assert.equal(cut("語語語", 4), "語…");
  assert.equal(cut("\u001b[1mtemplate\u001b[22m", 5), "\u001b[1mtemp…\u001b[0m");
  assert.equal(cut("short", 5), "short");
});

test("text wraps at spaces, and a long word keeps a line of its own", () => {
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrap("a incomprehensibly b", 5, "  "), ["a", "  incomprehensibly", "  b"]);
});

test("a table aligns by width, cuts the flexible column first, then leaves columns out", () => {
  const columns = [
    {title: "variant", least: 8},
    {title: "time", align: "right", droppable: 1},
    {title: "verdict"}
  ] as const;
  const rows = [
    ["template-literal", "3.40 µs", "\u001b[31mslower\u001b[39m"],
    ["語", "12 ns", "same"]
  ];
  const plain = (width: number) => formatTable(columns, rows, width).map(stripVTControlCharacters);
  assert.deepEqual(plain(80), [
    "variant              time  verdict",
    "template-literal  3.40 µs  slower",
    "語                  12 ns  same"
  ]);
  assert.deepEqual(plain(28)[1], "template-…  3.40 µs  slower");
  assert.deepEqual(plain(20), ["variant      verdict", "template-l…  slower", "語           same"]);
  assert.deepEqual(formatTable(columns, [], 80), ["variant  time  verdict"]);
});
