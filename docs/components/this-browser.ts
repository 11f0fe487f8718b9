import type {Runtime} from "../lib/result.js";

const BROWSERS: readonly (readonly [name: string, engine: string, pattern: RegExp])[] = [
  ["firefox", "SpiderMonkey", /Firefox\/([\d.]+)/],
  ["edge", "V8", /Edg\/([\d.]+)/],
  ["chromium", "V8", /Chrome\/([\d.]+)/],
  ["safari", "JavaScriptCore", /Version\/([\d.]+).*Safari/]
];

/** The browser that shows this page, as far as it says. */
export function thisBrowser(agent = navigator.userAgent): Runtime {
  for (const [name, engine, pattern] of BROWSERS) {
    const version = pattern.exec(agent)?.[1];
    if (version !== undefined) return {name, version, engine, flags: []};
  }
  return {name: "browser", version: "unknown", engine: "unknown", flags: []};
}
