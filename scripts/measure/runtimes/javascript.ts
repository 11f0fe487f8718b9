import * as v from "valibot";
import {compileChild, compileLab} from "../compile.js";
import {askProgram, findPrograms, newestLast, sameFile} from "./programs.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

/** What a program tells of itself. */
const Facts = v.object({versions: v.record(v.string(), v.unknown()), executable: v.string()});
type Facts = v.InferOutput<typeof Facts>;

/** What sets one JavaScript runtime apart from the others. */
export interface JavaScriptRuntime {
  readonly name: string;
  readonly install: string;
  /** Folders in which its version managers, and we, keep it: see `findPrograms`. */
  readonly places: readonly string[];
  /** Arguments before a script that it is to evaluate. */
  readonly evaluate: readonly string[];
  /** Version, engine and arguments, from what it calls `process.versions`; null if that is another runtime's. */
  recognise(versions: Facts["versions"]): Omit<RuntimeHandle, "name" | "executable"> | null;
  /** A program that need not be asked, because it runs this. */
  readonly known?: string;
}

const TELL = "console.log(JSON.stringify({versions: process.versions, executable: process.execPath}))";

/** A kind of runtime that runs the same compiled modules as Node.js does. */
export function javascriptKind({name, install, places, evaluate, recognise, known}: JavaScriptRuntime): RuntimeKind {
  const handleOf = ({versions, executable}: Facts): RuntimeHandle | null => {
    const recognised = recognise(versions);
    return recognised === null ? null : {name, ...recognised, executable};
  };
  /** A version manager's program starts another, by the folder it is in: that one is asked again, and measured. */
  const identify = async (executable: string) => {
    const told = await tell(executable, evaluate);
    if (told === null || (await sameFile(told.executable, executable))) return told && handleOf(told);
    const behind = await tell(told.executable, evaluate);
    return behind !== null && (await sameFile(behind.executable, told.executable)) ? handleOf(behind) : null;
  };
  return {
    name,
    install,
    identify,
    find: async () => {
      const programs = await findPrograms([name], places);
      const asked = programs.map(async (program) =>
        known !== undefined && (await sameFile(program, known)) ? null : identify(program)
      );
      return newestLast(await Promise.all(asked));
    },
    hash: hashOf,
    compile: compileLab,
    child: compileChild
  };
}

async function hashOf(source: string): Promise<string> {
  return (await compileLab(source)).hash;
}

async function tell(executable: string, evaluate: readonly string[]): Promise<Facts | null> {
  const answer = await askProgram(executable, [...evaluate, TELL]);
  if (answer === null) return null;
  try {
    return v.parse(Facts, JSON.parse(answer.stdout));
  } catch {
    return null;
  }
}

/** A version that can be shown and compared, not older than `least`: "26.10.0", "27.0.0-nightly"; else null. */
export function versionOf(value: unknown, least: number): string | null {
  if (typeof value !== "string" || !/^\d+\.\d+\.\d+[\w.+-]{0,40}$/.test(value)) return null;
  return Number.parseInt(value, 10) >= least ? value : null;
}
