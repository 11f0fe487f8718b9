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
 * Programs that may be a Python: of the active virtual environment and on PATH first, then those of version managers.
 * pyenv's shims are slow scripts that start one of its versions: those are asked in their place.
 */
export async function pythonPrograms(): Promise<string[]> {
  const {VIRTUAL_ENV, PATH = ""} = process.env;
  const bin = process.platform === "win32" ? "Scripts" : "bin";
  const path = PATH.split(delimiter).filter((folder) => folder !== "");
  const isShims = (folder: string) => basename(folder) === "shims";
  const own = [...(VIRTUAL_ENV ? [join(VIRTUAL_ENV, bin)] : []), ...path.filter((folder) => !isShims(folder))];
  const managers = [
    ...path.filter(isShims).map((folder) => join(folder, "../versions/*/bin")),
    placed("PYENV_ROOT", "~/.pyenv", "versions/*/bin"),
    placed("UV_PYTHON_INSTALL_DIR", "~/.local/share/uv/python", "*/bin"),
    ...managed("python")
  ];
  const [ours, theirs] = await Promise.all([findIn(NAMES, own), findIn(["python3"], managers)]);
  return [...ours, ...theirs.filter((program) => !TOO_OLD.test(program) && !ours.includes(program))];
}
