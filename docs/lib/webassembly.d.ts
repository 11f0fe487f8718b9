/** The part of WebAssembly that labs use: every runtime has it, but ES2022 does not describe it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports?: object);
    readonly exports: {readonly [name: string]: unknown};
  }
}

/** A WebAssembly text file beside a lab, assembled when the lab is compiled. */
declare module "*.wat" {
  const bytes: Uint8Array;
  export default bytes;
}
