declare module "fontkit" {
  interface Font {
    readonly unitsPerEm: number;
    /** Units above and below the base line, and between lines; what is below is negative. */
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    layout(text: string): {readonly advanceWidth: number};
  }
  export function openSync(path: string): Font;
}
