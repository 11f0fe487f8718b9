import type {ProgressState} from "../terminal/progress.js";

/**
 * Joins the progress of runs that take turns: what all of them have done, of all that is planned.
 *
 * @param count how many runs there are; those that have not begun are taken to be like those that have
 * @returns what each run tells its progress to, by its name
 */
export function progressTogether(
  count: number,
  show: (state: ProgressState) => void
): (runtime: string) => (state: ProgressState) => void {
  const states = new Map<string, ProgressState>();
  return (runtime) => (state) => {
    states.set(runtime, state);
    if (count === 1) return show(state);
    const sum = (of: (each: ProgressState) => number) => [...states.values()].reduce((all, each) => all + of(each), 0);
    const scale = count / states.size;
    show({
      ...state,
      what: `${runtime}: ${state.what}`,
      done: sum(({done}) => done),
      total: Math.round(sum(({total}) => total) * scale),
      ...(state.secondsLeft !== undefined && {secondsLeft: sum(({secondsLeft = 0}) => secondsLeft) * scale})
    });
  };
}
