import {fileURLToPath} from "node:url";

const url = new URL("preload.cjs", import.meta.url);

/** What every Node process of a recorded program loads first. */
export const PRELOAD = fileURLToPath(url);

/** Whether code is that of `PRELOAD`, by its address. */
export function isPreload(address: string): boolean {
  return address === url.href || address === PRELOAD;
}
