import {fileURLToPath} from "node:url";

const folder = new URL("./", import.meta.url);

/** What every Node process of a recorded program loads first. */
export const PRELOAD = fileURLToPath(new URL("preload.cjs", folder));

/** What a process loads before it whose inspector is to take any free port. */
export const FREE_PORT = fileURLToPath(new URL("free-port.cjs", folder));

/** Whether code is that of these files, by its address. */
export function isPreload(address: string): boolean {
  return address.startsWith(folder.href) || address.startsWith(fileURLToPath(folder));
}
