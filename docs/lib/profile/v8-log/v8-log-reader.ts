import {CodeMap} from "./code-map.js";
import {chainOf, unescapeText} from "./log-field.js";
import {SiteCollector} from "./site-collector.js";
import type {Deoptimisation, V8Log} from "./v8-log.js";

const LINK = /\/\/[#@] sourceMappingURL=(\S+)\s*$/;
const SITE = /^[A-Z]\w*IC$/;

/**
 * Reads a log that V8 wrote with --log-deopt, and perhaps --log-code and --log-ic, line by line, so that it may be
 * larger than memory. Checked against V8 11.3, 12.4, 13.6 and 14.6. Lines that say nothing of deoptimisations or
 * inline caches, and lines that were cut off, are passed over.
 */
export class V8LogReader {
  #version: string | null = null;
  readonly #code = new CodeMap();
  readonly #sites = new SiteCollector();
  readonly #deoptimisations = new Map<string, Deoptimisation & {count: number}>();
  readonly #sourceMaps = new Map<string, string>();

  /** @param line without its line break */
  add(line: string): void {
    const fields = line.split(",");
    const [event = ""] = fields;
    if (event === "code-deopt") this.#addDeoptimisation(fields);
    else if (event === "code-creation") this.#addCode(fields);
    else if (event === "code-move") this.#code.move(Number(fields[1]), Number(fields[2]));
    else if (event === "script-source") this.#addScript(fields);
    else if (event === "v8-version") this.#version = fields.slice(1, 5).join(".");
    else if (SITE.test(event)) this.#addSite(fields);
  }

  result(): V8Log {
    return {
      version: this.#version,
      deoptimisations: [...this.#deoptimisations.values()],
      sites: this.#sites.result(),
      sourceMaps: this.#sourceMaps
    };
  }

  /** `code-deopt,time,size,address,id,position,kind,places,reason` */
  #addDeoptimisation(fields: readonly string[]): void {
    const [, , , address, , , kind, places, reason] = fields;
    if (kind === undefined || places === undefined || reason === undefined) return;
    const functionName = this.#code.find(Number(address))?.name ?? null;
    const key = `${kind},${reason},${places},${functionName}`;
    const known = this.#deoptimisations.get(key);
    if (known !== undefined) known.count++;
    else
      this.#deoptimisations.set(key, {
        kind,
        reason: unescapeText(reason),
        places: chainOf(places),
        functionName,
        count: 1
      });
  }

  /** `code-creation,what,tier,time,address,size,name,function,mark` */
  #addCode([, what, , , address, size, name, , mark]: readonly string[]): void {
    if (what === "Builtin" || name === undefined || mark === undefined) return;
    this.#code.add(Number(address), Number(size), name, mark);
  }

  /** `script-source,id,file,text` */
  #addScript([, , file, text = ""]: readonly string[]): void {
    if (file === undefined) return;
    const name = unescapeText(file);
    this.#code.addScript(name);
    const link = LINK.exec(unescapeText(text.slice(text.lastIndexOf("//"))))?.[1];
    if (link !== undefined) this.#sourceMaps.set(name, link);
  }

  /** `LoadIC,address,time,line,column,before,after,map,property,modifier,why` */
  #addSite([access, address, , line, column, , after, map, property]: readonly string[]): void {
    const of = this.#code.find(Number(address));
    if (of === undefined || after === undefined || map === undefined) return;
    const place = {file: of.place.file, line: Number(line), column: Number(column)};
    this.#sites.add({access: access!, place, of, after, map, property: unescapeText(property ?? "")});
  }
}
