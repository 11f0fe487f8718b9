import {createHash} from "node:crypto";
import {Error as ERROR, logger, parse, resetSVGDefIds, SVGStringRenderer, textMetrics, View} from "vega";
import {expressionInterpreter} from "vega-interpreter";
import {compile, type TopLevelSpec} from "vega-lite";
import {textWidth} from "./text-width.js";

const drawn = new Map<string, string>();

/**
 * Draws a Vega-Lite specification as SVG, now. The same specification gives the same bytes: ids that
 * differ between two renderings would make an open preview reload for ever.
 *
 * @param spec a Vega-Lite specification without anything to fetch
 */
export function drawSvg(spec: object): string {
  const text = JSON.stringify(spec);
  const known = drawn.get(text);
  if (known !== undefined) return known;
  const prefix = `c${createHash("sha256").update(text).digest("hex").slice(0, 8)}-`;
  const svg = render(spec).replace(/(id="|url\(#|href="#)(clip|gradient_|p_)(\d+)/g, `$1${prefix}$2$3`);
  drawn.set(text, svg);
  return svg;
}

/** Places to a hundredth of a pixel; what is said in words keeps all its digits. */
function rounded(svg: string): string {
  return svg.replace(/ (?:transform|d|[xy]2)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{3,}(?:e-\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))
  );
}

function render(spec: object): string {
  textMetrics.width = (item, text) => (text == null ? 0 : textWidth(String(text), item.fontSize ?? 11));
  resetSVGDefIds();
  const runtime = parse(compile(spec as TopLevelSpec, {logger: logger(ERROR)}).spec, undefined, {ast: true});
  const view = new View(runtime, {renderer: "none", expr: expressionInterpreter}).run();
  const {left, right, top, bottom} = view.padding() as Record<"left" | "right" | "top" | "bottom", number>;
  const [x, y] = view.origin();
  const width = view._viewWidth + left + right;
  const height = view._viewHeight + top + bottom;
  const renderer = new SVGStringRenderer(view.loader())
    .initialize(null, width, height, [left + x, top + y], 1)
    .background(view.background())
    .render(view.scenegraph().root);
  return rounded(renderer.svg());
}
