import {readdir} from "node:fs/promises";

/** The pages of a built site but for Speedscope, which is a program of others, in alphabetical order, as paths with slashes: `lessons/strings.html`. */
export async function pagesIn(out: string): Promise<string[]> {
  const files = (await readdir(out, {recursive: true})).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => file.endsWith(".html") && !file.startsWith("speedscope/")).sort();
}
