/** Runs every test of the project, or those whose path contains one of the words given. */
import {spawn} from "node:child_process";
import {readdirSync} from "node:fs";
import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);

const files = ["docs", "labs", "scripts"]
  .flatMap((room) =>
    readdirSync(`${root}/${room}`, {recursive: true}).map((file) => `${room}/${file.replaceAll("\\", "/")}`)
  )
  .filter((file) => file.endsWith(".test.ts") && !file.includes("/.observablehq/"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();

if (files.length === 0) {
  console.error(`no test file contains ${words.join(" or ")}`);
  process.exit(2);
}

/** Many tests wait for other processes, so as many files at once as there are processors, not one less. */
const atOnce = `--test-concurrency=${Math.max(2, availableParallelism())}`;

const tests = spawn(process.execPath, ["--import", "tsx", "--test", atOnce, "--test-reporter=spec", ...files], {
  cwd: root,
  stdio: "inherit"
});
tests.on("close", (code) => process.exit(code ?? 1));
