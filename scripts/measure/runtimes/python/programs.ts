import {readdir, realpath} from "node:fs/promises";
import {homedir} from "node:os";
import {basename, delimiter, dirname, join} from "node:path";

/** Names of interpreters, not of their tools: python3-config is none. */
const NAME = /^(python3?|python3\.\d+t?|pypy3?(\.\d+)?)(\.exe)?$/;

/** Folders of versions that are asked, newest first: beyond these a machine keeps what it no longer uses. */
const MOST_OF_MANAGER = 6;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Programs that may be a Python, those that the reader prefers first: of the active virtual environment, on PATH, of
 * pyenv, of uv. The same program appears once, however many names lead to it.
 */
export async function pythonPrograms(environment: Environment, platform: NodeJS.Platform): Promise<string[]> {
  const bin = platform === "win32" ? "Scripts" : "bin";
  const own = environment.VIRTUAL_ENV === undefined ? [] : [join(environment.VIRTUAL_ENV, bin)];
  const path = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  const managed = await Promise.all([
    newestOf(join(environment.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions")),
    newestOf(environment.UV_PYTHON_INSTALL_DIR ?? join(homedir(), ".local/share/uv/python"))
  ]);
  const interpreters = managed.flat().map((folder) => (platform === "win32" ? folder : join(folder, "bin")));
  const lists = await Promise.all([...own, ...path, ...interpreters].map(programsIn));
  return onlyOnce(lists.flat());
}

/** Folders such as `3.13.0`, `3.13t` or `cpython-3.12.4-linux`, without those of Pythons that are too old. */
async function newestOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => !/^(cpython-)?(2\.|3\.[0-8](\.|$))/.test(name))
    .sort((a, b) => b.localeCompare(a, "en", {numeric: true}))
    .slice(0, MOST_OF_MANAGER)
    .map((name) => join(folder, name));
}

/** `python3` first. pyenv's shims are scripts that start one of its versions, and slow: one of them is enough. */
async function programsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name)).sort(preferred);
  const asked = basename(folder) === "shims" ? names.slice(0, 1) : names;
  return asked.map((name) => join(folder, name));
}

function preferred(a: string, b: string): number {
  const rank = (name: string) => (/^python3(\.exe)?$/.test(name) ? 0 : /^python(\.exe)?$/.test(name) ? 1 : 2);
  return rank(a) - rank(b) || b.localeCompare(a, "en", {numeric: true});
}

/** In a virtual environment a link leads to the interpreter, but has packages of its own: its folder counts too. */
async function onlyOnce(programs: readonly string[]): Promise<string[]> {
  const places = await Promise.all(
    programs.map(async (program) => {
      const [folder, file] = await Promise.all(
        [dirname(program), program].map((path) => realpath(path).catch(() => path))
      );
      return `${folder}\n${file}`;
    })
  );
  return programs.filter((_, index) => places.indexOf(places[index]!) === index);
}
