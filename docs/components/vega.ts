import {FileAttachment} from "observablehq:stdlib";

/** The parts of Vega that redraw a chart. */
export interface Vega {
  compile(spec: object, options: {logger: unknown}): {spec: object};
  logger(level: number): unknown;
  /** The level at which a logger is silent about everything but errors. */
  readonly ERROR: number;
  parse(spec: object, config: undefined, options: {ast: true}): object;
  readonly expressionInterpreter: unknown;
  readonly Handler: new (options: {disableDefaultStyle: boolean}) => {readonly call: unknown};
  readonly View: new (
    runtime: object,
    options: {renderer: "svg"; expr: unknown; tooltip: unknown}
  ) => {initialize(element: HTMLElement): {runAsync(): Promise<unknown>}};
}

/** Loads them when a chart is to be redrawn, and not before. */
export async function loadVega(): Promise<Vega> {
  return import(await FileAttachment("../workers/vega.js").url());
}
