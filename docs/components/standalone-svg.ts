const NAMESPACE = "http://www.w3.org/2000/svg";
const FONT = "Inter Variable";
const MARGIN = 16;
const HEADING = 30;
const LINE = 20;
const PAINTS = ["fill", "stroke"] as const;

/**
 * A chart as a file of its own: the layers that are shown, a heading and a legend, every colour as it looks now,
 * and the font. What a screen reader is told of the chart, and where it was measured, is its description.
 */
export async function standaloneSvg(figure: HTMLElement, heading: string): Promise<SVGSVGElement> {
  const drawn = figure.querySelector<SVGSVGElement>(".chart-drawing svg")!;
  const {width, height} = drawn.viewBox.baseVal;
  const caption = figure.querySelector("figcaption")?.textContent ?? "";
  const chart = place(withColors(drawn), {x: MARGIN, y: MARGIN + HEADING, width, height});
  const legend = legendOf(figure, MARGIN + HEADING + height);
  const total = MARGIN + HEADING + height + legend.length * LINE + MARGIN;
  const size = {width: width + 2 * MARGIN, height: total};
  const ground = make("rect", {...size, fill: getComputedStyle(document.documentElement).backgroundColor});
  return make("svg", {...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": `${FONT}, sans-serif`}, [
    make("title", {}, [heading]),
    make("desc", {}, [`${figure.querySelector(".chart-drawing")!.ariaLabel} ${caption}`]),
    make("style", {}, [await fontFace()]),
    ground,
    text(heading, {x: MARGIN, y: MARGIN + 13, "font-size": 14, "font-weight": 600}),
    chart,
    ...legend
  ]);
}

function legendOf(figure: HTMLElement, top: number): SVGElement[] {
  const labels = [...figure.querySelectorAll<HTMLLabelElement>(".chart-layers label:not([hidden])")];
  const shown = labels.filter((label) => label.querySelector("input")!.checked);
  return shown.map((label, index) => {
    const swatch = label.querySelector<SVGSVGElement>("svg")!;
    const {width, height} = swatch.viewBox.baseVal;
    const y = top + index * LINE;
    const mark = place(withColors(swatch), {x: MARGIN, y: y + 2, width, height});
    return make("g", {}, [mark, text(label.textContent ?? "", {x: MARGIN + 34, y: y + 14, "font-size": 12})]);
  });
}

/** A copy without what is hidden, in which variables have become the colours that they stand for. */
function withColors(source: SVGElement): SVGElement {
  const copy = source.cloneNode(true) as SVGElement;
  const copies = copy.querySelectorAll("*");
  for (const [index, element] of source.querySelectorAll("*").entries()) {
    for (const paint of PAINTS) {
      if (!element.getAttribute(paint)?.startsWith("var(")) continue;
      copies[index]!.setAttribute(paint, getComputedStyle(element)[paint]);
    }
  }
  for (const hidden of copy.querySelectorAll('[display="none"]')) hidden.remove();
  return copy;
}

function place(svg: SVGElement, at: Readonly<Record<string, number>>): SVGElement {
  for (const [name, value] of Object.entries(at)) svg.setAttribute(name, String(value));
  return svg;
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  return make("text", {fill: getComputedStyle(document.body).color, ...attributes}, [content]);
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (Node | string)[] = []
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The site's font as data: a file cannot point back to the site. Nothing, if the font cannot be had. */
async function fontFace(): Promise<string> {
  const rules = [...document.styleSheets].flatMap(({cssRules}) => [...cssRules]);
  const face = rules.find((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes(`"${FONT}"`));
  const [source, url] = /url\("?([^")]+)"?\)/.exec(face?.cssText ?? "") ?? [];
  if (face === undefined || source === undefined || url === undefined) return "";
  if (url.startsWith("data:")) return face.cssText;
  const font = await fetch(new URL(url, face.parentStyleSheet?.href ?? location.href)).catch(() => null);
  return font?.ok ? face.cssText.replace(source, `url("${await dataUrl(await font.blob())}")`) : "";
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
