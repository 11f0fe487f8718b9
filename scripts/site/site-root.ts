import type {PageContext} from "./page-place.js";

/** The way from a page to the root of the site, wherever that is: `../` for `/lessons/strings`. */
export function siteRootFrom({path = "/page"}: PageContext): string {
  const folders = path.replace(/^\//, "").split("/").length - 1;
  return folders === 0 ? "./" : "../".repeat(folders);
}
