#!/usr/bin/env node
import {fileURLToPath} from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `lab: expected Node 20.19 or newer, got ${process.versions.node}\n  https://nodejs.org/en/download has newer ones`
  );
} else {
  start().catch((error) => {
    if (error?.code !== "ERR_MODULE_NOT_FOUND" || !/Cannot find package/.test(error.message)) throw error;
    const folder = fileURLToPath(new URL("..", import.meta.url));
    fail(`lab: the packages that it needs are not installed\n  run \`npm ci\` in ${folder}\n  (${error.message})`);
  });
}

async function start() {
  const {register} = await import("tsx/esm/api");
  register({tsconfig: false});
  const {main} = await import("./lab.js");
  process.exitCode = await main(process.argv.slice(2));
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}
