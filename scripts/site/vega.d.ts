import "vega";

declare module "vega" {
  export class SVGStringRenderer {
    constructor(loader: unknown);
    initialize(el: null, width: number, height: number, origin: [number, number], scale: number): this;
    background(color: string | undefined): this;
    render(root: unknown): this;
    svg(): string;
  }
  export function resetSVGDefIds(): void;
  export const textMetrics: {width: (item: TextItem, text: string) => number};
  interface TextItem {
    readonly font?: string;
    readonly fontSize?: number;
    readonly fontWeight?: number | string;
  }
  interface Scene {
    readonly root: unknown;
  }
  interface View {
    readonly _viewWidth: number;
    readonly _viewHeight: number;
  }
}
