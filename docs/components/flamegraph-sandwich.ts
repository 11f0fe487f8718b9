import {frameName, framePlace, frameText, weightText} from "../lib/profile/frame-text.js";
import {type FunctionRow, functionRows} from "../lib/profile/function-rows.js";
import {type Neighbour, neighboursOf} from "../lib/profile/neighbours.js";
import {type Frame, type Profile, sumOf} from "../lib/profile/profile.js";
import {formatPercent} from "../lib/units.js";
import {element} from "./element.js";

const MOST = 20;

/** A function between those that call it and those that it calls; each of them can be chosen in its place. */
export class Sandwich {
  readonly #root: HTMLElement;
  readonly #profile: Profile;
  readonly #whole: number;
  readonly #rows: ReadonlyMap<number, FunctionRow>;

  /** @param root takes what is shown */
  constructor(root: HTMLElement, profile: Profile) {
    this.#root = root;
    this.#profile = profile;
    this.#whole = sumOf(profile).weight;
    this.#rows = new Map(functionRows(profile).map((row) => [row.index, row]));
  }

  /** @param index of a frame of the profile */
  show(index: number): void {
    const {frame, self, total} = this.#rows.get(index)!;
    const {callers, callees} = neighboursOf(this.#profile, index);
    this.#root.replaceChildren(
      element("p", {className: "flame-chosen"}, frameText(frame)),
      element("p", {}, `itself ${this.#share(self)}, with what it calls ${this.#share(total)}`),
      this.#table("Called by", callers),
      this.#table("Calls", callees)
    );
  }

  #table(title: string, neighbours: readonly Neighbour[]): HTMLElement {
    if (neighbours.length === 0) return element("p", {}, `${title}: nothing that was sampled`);
    const rows = neighbours
      .slice(0, MOST)
      .map(({frame, weight}) =>
        element(
          "tr",
          {},
          element("td", {className: "number"}, this.#share(weight)),
          element("td", {}, this.#choice(frame)),
          element("td", {}, framePlace(frame))
        )
      );
    const more = neighbours.length - rows.length;
    const caption = element("caption", {}, more > 0 ? `${title} (${more} more)` : title);
    return element("table", {}, caption, element("tbody", {}, ...rows));
  }

  #choice(frame: Frame): HTMLButtonElement {
    const button = element("button", {type: "button"}, frameName(frame));
    button.addEventListener("click", () => {
      this.show(this.#profile.frames.indexOf(frame));
      this.#root.querySelector(".flame-chosen")!.scrollIntoView({block: "nearest"});
    });
    return button;
  }

  #share(weight: number): string {
    return `${weightText(weight, this.#profile.unit)}, ${formatPercent(weight / this.#whole)}`;
  }
}
