import {execFile} from "node:child_process";
import process from "node:process";
import {promisify} from "node:util";
import {ReaderError} from "../../errors.js";
import type {RuntimeHandle} from "./runtime.js";

const FLAGS = ["--expose-gc"];

/**
 * V8 11.3 (Node 20) compiles a function whose first call is long before it has seen its parameters, throws the code
 * away at the next call, and enters the loop from unoptimised code ever after: in some processes, not in others.
 * With feedback from the first call on, all processes agree.
 */
const FLAGS_OF_NODE_20 = [...FLAGS, "--no-lazy-feedback-allocation"];

/**
 * @param executable path or name of a Node; the one that runs this, if left out
 * @throws ReaderError if it does not start or is not Node
 */
export async function nodeRuntime(executable = process.execPath): Promise<RuntimeHandle> {
  const {node, v8, bun} = executable === process.execPath ? process.versions : await versionsOf(executable);
  if (typeof node !== "string" || typeof v8 !== "string" || bun !== undefined) throw notNode(executable);
  const flags = node.startsWith("20.") ? FLAGS_OF_NODE_20 : FLAGS;
  return {name: "node", version: node, engine: `V8 ${v8}`, flags, executable, args: flags};
}

async function versionsOf(executable: string): Promise<Partial<Record<string, unknown>>> {
  try {
    const {stdout} = await promisify(execFile)(executable, ["-p", "JSON.stringify(process.versions)"], {
      timeout: 5000,
      env: cleanEnvironment()
    });
    return JSON.parse(stdout);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new ReaderError(`--runtime: no such program: ${executable}`);
    throw notNode(executable);
  }
}

function notNode(executable: string): ReaderError {
  return new ReaderError(`--runtime: expected the path of a Node.js, got ${executable}`, [
    'for example: --runtime "$(which node)"'
  ]);
}

/** The environment without what would change the measured process: loaders, inspectors, options of V8 and of Java. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const {NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, NODE_COMPILE_CACHE: _cache, ...rest} = process.env;
  return withoutJava(rest);
}

function withoutJava(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    JAVA_TOOL_OPTIONS: _tool,
    JDK_JAVA_OPTIONS: _start,
    JDK_JAVAC_OPTIONS: _javac,
    _JAVA_OPTIONS: _java,
    ...rest
  } = env;
  return rest;
}
