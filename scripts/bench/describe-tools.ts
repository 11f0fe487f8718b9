import {readFileSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "../store.js";
import {TOOLS, type Tool, type ToolDescription} from "./engine-result.js";

const told: Readonly<Record<Tool, Omit<ToolDescription, "tool" | "version">>> = {
  hotpath: {
    settings: "effort standard, with a budget of 4.3 s for a pair, 18 s if it allocates; dead code: effort quick",
    different: "its verdict is faster or slower, at a margin of 1 %; of 0.5 % where the difference is 1 %"
  },
  mitata: {
    settings: "defaults, with --expose-gc",
    different: "its averages differ by more than 1 %, for want of a test"
  },
  tinybench: {settings: "defaults", different: "its 95 % intervals of the mean do not overlap"},
  "bench-node": {
    settings:
      "defaults; pairs with its t-test, 30 repeats of 25 ms instead of 500; dead code with its detection switched on",
    different: "its t-test gives p < 0.05"
  }
};

/** Says how each tool was asked and read, and which version it has. */
export function describeTools(): ToolDescription[] {
  return TOOLS.map((tool) => ({tool, version: versionOf(tool), ...told[tool]}));
}

function versionOf(tool: Tool): string {
  const file = tool === "hotpath" ? "package.json" : `node_modules/${tool}/package.json`;
  return (JSON.parse(readFileSync(join(ROOT, file), "utf8")) as {version: string}).version;
}
