import process from "node:process";
import {terminal} from "../../terminal.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first Ctrl-C aborts the signal; later ones only say what is being done. For commands that must leave another
 * process as they found it: ended in the middle, they would leave its inspector open.
 *
 * @param closing what is said when Ctrl-C comes again
 * @returns the signal, and a function that restores what Ctrl-C did before
 */
export function abortPatiently(closing: string): {signal: AbortSignal; release: () => void} {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) terminal.tell(closing);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  return {signal: controller.signal, release};
}
