import {basename, delimiter, join} from "node:path";
import process from "node:process";
import {managed, placed} from "../places.js";
import {findIn} from "../programs.js";

const MINORS = Array.from({length: 12}, (_, index) => 20 - index);

/** `python3.13t` is a free-threaded build. */
const NAMES = ["python3", "python", ...MINORS.flatMap((minor) => [`python3.${minor}`, `python3.${minor}t`]), "pypy3"];

/**
 * Programs that may be a Python: of the active virtual environment and on PATH first, then those of version managers.
 * pyenv's shims are slow scripts that start one of its versions, so only one of them is asked which it is.
 */
export async function pythonPrograms(): Promise<string[]> {
  const {VIRTUAL_ENV, PATH = ""} = process.env;
  const bin = process.platform === "win32" ? "Scripts" : "bin";
  const folders = [...(VIRTUAL_ENV ? [join(VIRTUAL_ENV, bin)] : []), ...PATH.split(delimiter)];
  const isShims = (folder: string) => basename(folder) === "shims";
  const managers = [
    placed("PYENV_ROOT", "~/.pyenv", "versions/*/bin"),
    placed("UV_PYTHON_INSTALL_DIR", "~/.local/share/uv/python", "*/bin"),
    ...managed("python")
  ];
  const lists = await Promise.all([
    findIn(
      NAMES,
      folders.filter((folder) => folder !== "" && !isShims(folder))
    ),
    findIn(["python3"], folders.filter(isShims)),
    findIn(["python3"], managers)
  ]);
  return [...new Set(lists.flat())];
}
