import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {TEMPORARY} from "../../temporary-data.js";

/** Writes a shell script that can be started. For tests. @returns its path */
export function fakeProgram(name: string, script: string): string {
  const file = join(TEMPORARY, name);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `#!/bin/sh\n${script}\n`, {mode: 0o755});
  return file;
}

/** A script that says of itself that it has these versions, wherever it claims to be. For tests. */
export function claiming(versions: Readonly<Record<string, string>>, executable: string): string {
  return `echo '${JSON.stringify({versions, executable})}'`;
}
