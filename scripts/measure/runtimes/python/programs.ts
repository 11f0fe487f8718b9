import {basename, delimiter, join} from "node:path";
import process from "node:process";
import {managed, placed} from "../places.js";
import {findIn} from "../programs.js";

const MINORS = Array.from({length: 12}, (_, index) => 20 - index);

/** `python3.13t` is a free-threaded build. */
const NAMES = ["python3", "python", ...MINORS.flatMap((minor) => [`python3.${minor}`, `python3.${minor}t`]), "pypy3"];

/** The folder that a version manager keeps a Python in which is too old for the harness. */
const TOO_OLD = /[\\/](cpython-)?(2|3\.[0-8])\.\d/;

/**
 * What a reader may mean by Python, in the order in which it is looked for: `python3` or `python` of the active virtual
 * environment, then of PATH. A shim of pyenv starts the version that the reader has chosen.
 */
export function ownPrograms(): Promise<string[]> {
  return findIn(["python3", "python"], [...activeEnvironment(), ...onPath()]);
}

/**
 * Programs that may be a Python: of the active virtual environment and on PATH first, then those of version managers.
 * pyenv's shims are slow scripts that start one of its versions: those are asked in their place.
 */
export async function pythonPrograms(): Promise<string[]> {
  const isShims = (folder: string) => basename(folder) === "shims";
  const own = [...activeEnvironment(), ...onPath().filter((folder) => !isShims(folder))];
  const managers = [
    ...onPath()
      .filter(isShims)
      .map((folder) => join(folder, "../versions/*/bin")),
    placed("PYENV_ROOT", "~/.pyenv", "versions/*/bin"),
    placed("UV_PYTHON_INSTALL_DIR", "~/.local/share/uv/python", "*/bin"),
    ...managed("python")
  ];
  const [ours, theirs] = await Promise.all([findIn(NAMES, own), findIn(["python3"], managers)]);
  return [...ours, ...theirs.filter((program) => !TOO_OLD.test(program) && !ours.includes(program))];
}

function activeEnvironment(): string[] {
  const {VIRTUAL_ENV} = process.env;
  return VIRTUAL_ENV ? [join(VIRTUAL_ENV, process.platform === "win32" ? "Scripts" : "bin")] : [];
}

function onPath(): string[] {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}
