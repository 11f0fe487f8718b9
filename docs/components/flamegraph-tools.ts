/** The tools of a flame graph, as they stand in its figure. */
export interface FlameTools {
  readonly search: HTMLInputElement;
  readonly whole: HTMLButtonElement;
  readonly turn: HTMLButtonElement;
  readonly copy: HTMLButtonElement;
  /** How much of the whole was found. */
  readonly found: HTMLOutputElement;
  /** Says what the current box is, aloud too. */
  readonly status: HTMLElement;
}

/** Finds the tools of a flame graph. */
export function toolsOf(figure: HTMLElement): FlameTools {
  const button = (name: string) => figure.querySelector<HTMLButtonElement>(`.flame-tools [name=${name}]`)!;
  return {
    search: figure.querySelector<HTMLInputElement>(".flame-tools input")!,
    whole: button("whole"),
    turn: button("turn"),
    copy: button("copy"),
    found: figure.querySelector("output")!,
    status: figure.querySelector(".flame-status")!
  };
}
