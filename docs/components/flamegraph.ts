import {boxAfter, type Move} from "../lib/profile/flame-moves.js";
import {type FlamePicture, flamePicture, type PictureBox} from "../lib/profile/flame-picture.js";
import {flameShapes, type RootAt} from "../lib/profile/flame-shapes.js";
import {frameText} from "../lib/profile/frame-text.js";
import {unpackProfile} from "../lib/profile/packed-profile.js";
import {type Profile, stackOf, totalsOf} from "../lib/profile/profile.js";
import {framesWith, weightWith} from "../lib/profile/search-profile.js";
import {formatPercent} from "../lib/units.js";
import {type Drawing, drawFlame} from "./flamegraph-draw.js";
import {Sandwich} from "./flamegraph-sandwich.js";
import {flameTools} from "./flamegraph-tools.js";

/** Makes the flame graphs of this page work: until then, and without this, they are pictures with a table. */
export function startFlamegraphs(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure.flame-figure")) {
    const json = figure.querySelector('script[type="application/json"]')?.textContent;
    if (json != null) new Flamegraph(figure, unpackProfile(JSON.parse(json), "the profile of this page"));
  }
}

const MOVES: Readonly<Record<string, readonly [top: Move, bottom: Move]>> = {
  ArrowDown: ["callee", "caller"],
  ArrowUp: ["caller", "callee"],
  ArrowLeft: ["left", "left"],
  ArrowRight: ["right", "right"]
};

class Flamegraph {
  readonly #profile: Profile;
  readonly #totals: Float64Array;
  readonly #place: HTMLElement;
  readonly #tools = flameTools();
  readonly #sandwich: Sandwich;
  #picture: FlamePicture;
  #drawing: Drawing;
  #from = 0;
  #rootAt: RootAt;
  #current: PictureBox | undefined;

  constructor(figure: HTMLElement, profile: Profile) {
    this.#profile = profile;
    this.#totals = totalsOf(profile.tree);
    this.#rootAt = figure.dataset.root === "bottom" ? "bottom" : "top";
    this.#sandwich = new Sandwich(profile);
    this.#place = figure.querySelector<HTMLElement>(".flame-picture")!;
    this.#place.before(this.#tools.bar);
    this.#place.after(this.#tools.status, this.#sandwich.root);
    this.#place.setAttribute("role", "application");
    this.#place.setAttribute(
      "aria-label",
      `${profile.title}: arrow keys go from box to box, Enter zooms, Escape ends that`
    );
    this.#picture = flamePicture(profile, {idle: true});
    this.#drawing = this.#draw();
    this.#listen();
  }

  #listen(): void {
    const {search, reset, turn, copy} = this.#tools;
    search.addEventListener("input", () => this.#mark());
    reset.addEventListener("click", () => this.#zoom(0));
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
    this.#picture = flamePicture(this.#profile, {idle: true, from: node});
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
    this.#tools.reset.disabled = this.#from === 0;
    return drawing;
  }

  #choose(box: PictureBox): void {
    this.#current = box;
    this.#mark();
    this.#tools.status.textContent = box.title;
    if (box.node >= 0) this.#sandwich.show(this.#profile.tree.frame[box.node]!);
  }

  #mark(): void {
    const {frames, tree} = this.#profile;
    const text = this.#tools.search.value.trim();
    const found = framesWith(frames, text);
    for (const [box, group] of this.#drawing.groups) {
      const isFound = box.node >= 0 && found[tree.frame[box.node]!] === true;
      group.classList.toggle("found", isFound);
      group.classList.toggle("missed", text !== "" && !isFound);
      group.classList.toggle("current", box === this.#current);
    }
    const share = weightWith(tree, found, this.#totals) / this.#totals[0]!;
    this.#tools.found.textContent = text === "" ? "" : `${formatPercent(share)} of the whole`;
  }

  async #copy(): Promise<void> {
    const {status} = this.#tools;
    const {frames, tree} = this.#profile;
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
