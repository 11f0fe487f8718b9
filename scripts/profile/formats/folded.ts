import {frameName} from "#lib/profile/frame-text.js";
import {type Frame, type Profile, stacksOf} from "#lib/profile/profile.js";
import {ProfileBuilder} from "#lib/profile/profile-builder.js";
import {ReaderError} from "../../errors.js";
import type {Content, Format, WriteOptions} from "./format.js";
import {refuseEndless} from "./refuse-endless.js";
import {textOf} from "./text-of.js";

/** One line a stack, `main;parse;next 42`: what Brendan Gregg's scripts, py-spy (`raw`) and async-profiler write. */
export const folded: Format = {
  name: "folded",
  endings: [".folded", ".collapsed", ".txt"],
  read: readFolded,
  write: writeFolded
};

function readFolded(content: Content): Profile {
  const builder = new ProfileBuilder();
  const frames = new Map<string, Frame>();
  const known = (text: string) => {
    const frame = frames.get(text) ?? frameFrom(text);
    frames.set(text, frame);
    return frame;
  };
  let stacks = 0;
  for (const [index, line] of textOf(content).split("\n").entries()) {
    if (line.trim() === "") continue;
    const stack = line.trimEnd();
    const cut = stack.lastIndexOf(" ");
    const weight = stack.slice(cut + 1);
    if (cut < 0 || !/^\d+(\.\d+)?$/.test(weight)) {
      const got = stack.slice(0, 60);
      throw new ReaderError(`${content.place}: line ${index + 1}: expected a stack and a number, got ${got}`);
    }
    const names = stack.slice(0, cut).trim();
    const found = names === "" ? [] : names.split(";").map(known);
    builder.addStack({frames: found, weight: Number(weight), samples: Number(weight)});
    stacks++;
  }
  if (stacks === 0) throw new ReaderError(`${content.place}: expected stacks, got an empty file`);
  return builder.build({title: content.place, unit: "samples"});
}

/** `parse (parser.py:12)` as py-spy writes it, with a column as we do; anything else is a name. */
function frameFrom(text: string): Frame {
  const open = text.indexOf(" (");
  const placed = open > 0 && text.endsWith(")");
  const name = placed ? text.slice(0, open) : text;
  const place = placed ? text.slice(open + 2, -1) : "";
  const [, file = place, line = "0", column = "0"] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  return {name: name === "(anonymous)" ? "" : name, file, line: Number(line), column: Number(column)};
}

/**
 * Samples are counted where the profile counts them; else, and with `weights`, its weights are written, in whole
 * numbers whose sum is the rounded total.
 */
function writeFolded(profile: Profile, {weights = false}: WriteOptions): string {
  const texts = new Map(profile.frames.map((frame) => [frame, foldedFrame(frame)]));
  refuseEndless(profile, "folded", (index) => texts.get(profile.frames[index]!)!.length + 1);
  const counts = !weights && profile.unit !== "bytes" && profile.tree.samples.some((count) => count > 0);
  const lines: string[] = [];
  let exact = 0;
  for (const {frames, weight, samples} of stacksOf(profile)) {
    const before = Math.round(exact);
    exact += counts ? samples : weight;
    const value = Math.round(exact) - before;
    if (value > 0) lines.push(`${frames.map((frame) => texts.get(frame)).join(";") || "(root)"} ${value}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A semicolon would begin another frame, a line break another stack. */
function foldedFrame(frame: Frame): string {
  const {file, line, column} = frame;
  const place = [file, ...(line > 0 ? [line] : []), ...(line > 0 && column > 0 ? [column] : [])].join(":");
  const text = file === "" ? frameName(frame) : `${frameName(frame)} (${place})`;
  return text.replaceAll(";", ":").replace(/\s/g, " ");
}
