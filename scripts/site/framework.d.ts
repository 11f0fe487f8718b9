declare module "@observablehq/framework/dist/config.js" {
  /** What `readConfig` gives: of its many fields, those that are used here. */
  export interface Config {
    readonly root: string;
    readonly output: string;
  }
  export function readConfig(): Promise<Config>;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";

  interface Logger {
    log(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
  }
  export class FileBuildEffects {
    constructor(output: string, cache: string, effects: {logger: Logger; output: {write(text: string): void}});
  }
  export function build(options: {config: Config}, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type {Server} from "node:http";

  interface PreviewOptions {
    readonly hostname: string;
    readonly port: number;
    readonly open: boolean;
    readonly verbose: boolean;
  }
  export function preview(options: PreviewOptions): Promise<{readonly server: Server}>;
}
