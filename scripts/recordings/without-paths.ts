import {pathToFileURL} from "node:url";

/** Folders of the reader's in which Python keeps its library, or Node its program. */
const INSTALLED = /(?:\/[\w.@+-]+)+\/(?=lib\/python\d|bin\/node\b)/g;

/**
 * A text without folders of this machine.
 *
 * @param names what each folder is called instead; "" for nothing, not even a slash
 */
export function withoutPaths(text: string, names: Readonly<Record<string, string>>): string {
  const folders = Object.keys(names).sort((a, b) => b.length - a.length);
  const named = folders.reduce((shorter, folder) => {
    const name = names[folder]!;
    const forms = [`${pathToFileURL(folder).href}/`, `${folder}/`];
    return forms.reduce((before, form) => before.replaceAll(form, name === "" ? "" : `${name}/`), shorter);
  }, text);
  return named.replace(INSTALLED, "");
}
