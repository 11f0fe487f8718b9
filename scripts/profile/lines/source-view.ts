import {decodedMappings, type TraceMap} from "@jridgewell/trace-mapping";
import type {CountedScript, FunctionSpan} from "#lib/profile/counted-script.js";
import type {SourceView} from "#lib/profile/listing.js";
import {TextLines} from "#lib/profile/text-lines.js";
import type {HeldMaps} from "../target-sources.js";
import {mapOf, textAt} from "../with-sources.js";

/** What is told of the code of a script: where each line of it begins, and what it was compiled from. */
export interface ScriptCode {
  readonly script: CountedScript;
  readonly code: ReadonlyMap<number, number>;
}

/** How a function is shown: in its source, where a source map leads to one, else as it ran. */
export async function sourceView(span: FunctionSpan, {script, code}: ScriptCode, held: HeldMaps): Promise<SourceView> {
  const map = held.get(script.url) ?? (await mapOf(script.url).catch(() => null));
  const mapped = map === null ? null : await mappedView(span, script, map);
  if (mapped !== null) return mapped;
  const source = await strippedFrom(script);
  return {
    file: script.url,
    first: span.line,
    last: span.lastLine,
    code,
    lineOf: (line) => line,
    textOf: (line) => source.textOf(line)
  };
}

/** Node strips the types of a file in place: all that is left stands where it stood. */
async function strippedFrom({url, lines}: CountedScript): Promise<TextLines> {
  const text = /\.[cm]?ts$/.test(url) ? await textAt(url) : null;
  const source = text === null ? lines : new TextLines(text);
  return source.count <= lines.count ? source : lines;
}

interface Segment {
  readonly offset: number;
  readonly codeLine: number;
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

async function mappedView(span: FunctionSpan, script: CountedScript, map: TraceMap): Promise<SourceView | null> {
  const all = segmentsOf(map, script, span);
  const [begin] = all;
  if (begin === undefined) return null;
  const own = all.filter(({source}) => source === begin.source);
  const file = map.resolvedSources[begin.source] ?? "";
  const text = map.sourcesContent?.[begin.source] ?? (await textAt(file)) ?? "";
  const source = new TextLines(text);
  return {
    file,
    first: begin.line,
    last: own.reduce((last, {line}) => Math.max(last, line), begin.line),
    code: withoutJoints(firstCode(own, script.lines.text), source),
    lineOf(codeLine) {
      const lines = new Set(own.filter((each) => each.codeLine === codeLine).map(({line}) => line));
      return lines.size === 1 ? [...lines][0]! : null;
    },
    textOf: (line) => source.textOf(line)
  };
}

/** What the map says of a function, in order of the code. */
function segmentsOf(map: TraceMap, {lines}: CountedScript, span: FunctionSpan): Segment[] {
  const mappings = decodedMappings(map);
  const segments: Segment[] = [];
  for (let codeLine = span.line; codeLine <= span.lastLine; codeLine++) {
    for (const segment of mappings[codeLine - 1] ?? []) {
      if (segment.length === 1) continue;
      const offset = lines.offsetAt(codeLine, segment[0] + 1);
      if (offset < span.start || offset >= span.end) continue;
      segments.push({offset, codeLine, source: segment[1], line: segment[2] + 1, column: segment[3]});
    }
  }
  return segments;
}

function firstCode(segments: readonly Segment[], text: string): Map<number, number> {
  const first = new Map<number, Segment>();
  for (const segment of segments) {
    if (/[\])};,\s]/.test(text[segment.offset] ?? " ")) continue;
    const known = first.get(segment.line);
    if (known === undefined || segment.column < known.column) first.set(segment.line, segment);
  }
  return new Map([...first].map(([line, {offset}]) => [line, offset]));
}

/** Without lines that only end a block, or begin its other half: the code that maps lead there from is their neighbour's. */
function withoutJoints(code: ReadonlyMap<number, number>, source: TextLines): Map<number, number> {
  return new Map(
    [...code].filter(([line]) => !/^[\s\])};,]*(?:else|try|finally|do)?[\s{]*$/.test(source.textOf(line)))
  );
}
