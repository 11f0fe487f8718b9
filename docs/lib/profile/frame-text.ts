import {formatBytes, formatCount, formatNs} from "../units.js";
import type {Frame, Unit} from "./profile.js";

/** How a function is called in tables: V8 leaves the name of an anonymous one empty. */
export function frameName({name}: Pick<Frame, "name">): string {
  return name === "" ? "(anonymous)" : name;
}

/**
 * Where a frame stands, short: the path below the last `node_modules`, or below `base`, with its line. Empty for
 * what is built into the runtime.
 *
 * @param base the folder that paths are told from, with a slash at its end
 */
export function framePlace({file, line}: Frame, base = ""): string {
  if (file === "") return "";
  return line > 0 ? `${shortFile(file, base)}:${line}` : shortFile(file, base);
}

/** The file alone, shortened as by `framePlace`. */
export function shortFile(file: string, base = ""): string {
  const path = pathOf(file);
  const modules = path.lastIndexOf("node_modules/");
  if (modules >= 0) return path.slice(modules + "node_modules/".length);
  return base !== "" && path.startsWith(base) ? path.slice(base.length) : path;
}

/** Name and place in one text: `parse (parser.js:12)`. */
export function frameText(frame: Frame, base = ""): string {
  const place = framePlace(frame, base);
  return place === "" ? frameName(frame) : `${frameName(frame)} (${place})`;
}

/** A weight with its unit: "1.42 ms", "8.59 MB", "120 samples". */
export function weightText(weight: number, unit: Unit): string {
  if (unit === "microseconds") return formatNs(weight * 1000);
  if (unit === "bytes") return formatBytes(weight);
  return `${formatCount(weight)} ${weight === 1 ? "sample" : "samples"}`;
}

function pathOf(file: string): string {
  const path = file.startsWith("file://") ? decoded(file.slice("file://".length)) : file;
  return path.replaceAll("\\", "/").replace(/^\/([A-Za-z]:\/)/, "$1");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
