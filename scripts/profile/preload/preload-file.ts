import {fileURLToPath} from "node:url";

const folder = new URL("./", import.meta.url);

/** What every Node process of a recorded program loads first. */
export const PRELOAD = fileURLToPath(new URL("preload.cjs", folder));

/** Whether code is that of `PRELOAD`, by its address. */
export function isPreload(address: string): boolean {
  return address.startsWith(folder.href) || address.startsWith(fileURLToPath(folder));
}
