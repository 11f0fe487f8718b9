import type {FlameModel} from "../lib/profile/flame-model.js";
import {boxAfter, type Move} from "../lib/profile/flame-moves.js";
import type {FlamePicture, PictureBox} from "../lib/profile/flame-picture.js";
import {flameShapes, type RootAt} from "../lib/profile/flame-shapes.js";
import {frameText} from "../lib/profile/frame-text.js";
import {stackOf} from "../lib/profile/profile.js";
import {framesWith, weightWith} from "../lib/profile/search-profile.js";
import {formatPercent} from "../lib/units.js";
import {type Drawing, drawFlame} from "./flamegraph-draw.js";
import {Sandwich} from "./flamegraph-sandwich.js";
import {type FlameTools, toolsOf} from "./flamegraph-tools.js";

const MOVES: Readonly<Record<string, readonly [top: Move, bottom: Move]>> = {
  ArrowDown: ["callee", "caller"],
  ArrowUp: ["caller", "callee"],
  ArrowLeft: ["left", "left"],
  ArrowRight: ["right", "right"]
};

/** A flame graph that works, in the place of its picture. */
export class Flamegraph {
  readonly #model: FlameModel;
  readonly #place: HTMLElement;
  readonly #tools: FlameTools;
  readonly #sandwichPlace: HTMLElement | null;
  #sandwich: Sandwich | undefined;
  #picture: FlamePicture;
  #drawing: Drawing;
  #from = 0;
  #rootAt: RootAt;
  #current: PictureBox | undefined;

  constructor(figure: HTMLElement, model: FlameModel) {
    this.#model = model;
    this.#rootAt = figure.dataset.root === "bottom" ? "bottom" : "top";
    this.#tools = toolsOf(figure);
    this.#sandwichPlace = figure.querySelector(".flame-sandwich");
    this.#place = figure.querySelector<HTMLElement>(".flame-picture")!;
    this.#place.style.setProperty("--flame-height", `${this.#place.offsetHeight}px`);
    this.#place.setAttribute("role", "application");
    this.#place.setAttribute(
      "aria-label",
      `${model.title}: arrow keys go from box to box, Enter zooms, Escape ends that`
    );
    this.#picture = model.picture(0);
    this.#drawing = this.#draw();
    this.#listen();
    this.#mark();
    figure.classList.add("is-live");
  }

  #listen(): void {
    const {search, whole, turn, copy} = this.#tools;
    search.addEventListener("input", () => this.#mark());
    whole.addEventListener("click", () => this.#zoom(0));
    turn.addEventListener("click", () => this.#turn());
    copy.addEventListener("click", () => void this.#copy());
    this.#place.addEventListener("keydown", (event) => this.#onKey(event));
    this.#place.addEventListener("click", ({target}) => {
      const group = (target as Element).closest(".box");
      const box = [...this.#drawing.groups].find(([, each]) => each === group)?.[0];
      if (box === undefined) return;
      this.#choose(box);
      if (box.node >= 0) this.#zoom(box.node);
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key]?.[this.#rootAt === "top" ? 0 : 1];
    const current = this.#current ?? this.#picture.boxes[0];
    if (move !== undefined && current !== undefined) {
      this.#choose(this.#current === undefined ? current : boxAfter(this.#picture.boxes, current, move));
    } else if (event.key === "Enter" && this.#current !== undefined) this.#zoom(Math.max(0, this.#current.node));
    else if (event.key === "Escape") this.#zoom(0);
    else if (event.key === "c") void this.#copy();
    else if (event.key === "r") this.#turn();
    else if (event.key === "/") this.#tools.search.focus();
    else return;
    event.preventDefault();
  }

  #zoom(node: number): void {
    this.#from = node;
    const chosen = this.#current?.node;
    this.#picture = this.#model.picture(node);
    this.#drawing = this.#draw();
    this.#current = this.#picture.boxes.find((box) => box.node === chosen && box.node >= 0);
    this.#mark();
  }

  #turn(): void {
    this.#rootAt = this.#rootAt === "top" ? "bottom" : "top";
    this.#drawing = this.#draw();
    this.#mark();
  }

  #draw(): Drawing {
    const drawing = drawFlame(flameShapes(this.#picture, this.#rootAt));
    this.#place.replaceChildren(drawing.svg);
    this.#tools.whole.disabled = this.#from === 0;
    return drawing;
  }

  #choose(box: PictureBox): void {
    this.#current = box;
    this.#mark();
    this.#tools.status.textContent = box.title;
    if (box.node >= 0) this.#showNeighbours(this.#model.tree.frame[box.node]!);
  }

  #showNeighbours(frame: number): void {
    const {profile} = this.#model;
    if (profile === null || this.#sandwichPlace === null) return;
    this.#sandwich ??= new Sandwich(this.#sandwichPlace, profile);
    this.#sandwich.show(frame);
  }

  #mark(): void {
    const {frames, tree, totals} = this.#model;
    const text = this.#tools.search.value.trim();
    const found = framesWith(frames, text);
    for (const [box, group] of this.#drawing.groups) {
      const isFound = box.node >= 0 && found[tree.frame[box.node]!] === true;
      group.classList.toggle("found", isFound);
      group.classList.toggle("missed", text !== "" && !isFound);
      group.classList.toggle("current", box === this.#current);
    }
    const share = weightWith(tree, found, totals) / totals[0]!;
    this.#tools.found.textContent = text === "" ? "" : `${formatPercent(share)} of the whole`;
  }

  async #copy(): Promise<void> {
    const {status} = this.#tools;
    const {frames, tree} = this.#model;
    if (this.#current === undefined || this.#current.node < 0) {
      status.textContent = "Choose a box first.";
      return;
    }
    const stack = stackOf(tree, this.#current.node).map((index) => frameText(frames[index]!));
    const text = stack.reverse().join("\n");
    status.textContent = await navigator.clipboard.writeText(text).then(
      () => "The stack is copied.",
      () => `This browser keeps the clipboard to itself. The stack: ${stack.join(" ← ")}`
    );
  }
}
