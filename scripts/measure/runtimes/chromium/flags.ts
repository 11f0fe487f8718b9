import process from "node:process";

/** What bears on how code runs, and is told with each result: no window, and no trial of features to come. */
export const TOLD_FLAGS = ["--headless=new", "--disable-field-trial-config"];

/** Its own pages are on this machine; no other host has an address, and nothing is asked of any. */
const ALONE = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--no-proxy-server",
  "--no-pings",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync"
];

/** Nobody sees the page, and it is measured as one that somebody does. */
const IN_FRONT = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding"
];

/**
 * A profile that begins empty, and asks nothing of the reader or of the keys that the system keeps for them; memory
 * that its processes share is not taken from where containers have little.
 */
const FRESH = [
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-startup-window",
  "--password-store=basic",
  "--use-mock-keychain"
];

/**
 * All flags that Chromium is started with. As root it refuses its sandbox, which does not guard the reader from a lab
 * of their own: Node.js has none.
 *
 * @param profile an empty folder
 */
export function chromiumFlags(profile: string): string[] {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [
    ...TOLD_FLAGS,
    ...ALONE,
    ...IN_FRONT,
    ...FRESH,
    ...sandbox,
    `--user-data-dir=${profile}`,
    "--remote-debugging-pipe"
  ];
}
