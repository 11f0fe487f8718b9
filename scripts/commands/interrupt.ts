import process from "node:process";

/** Ctrl-C, a polite request to end, and the end of the terminal. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first Ctrl-C aborts the signal, so that what was measured can be kept; the second one ends the process.
 *
 * @returns the signal, and a function that restores what Ctrl-C did before
 */
export function abortOnInterrupt(): {signal: AbortSignal; release: () => void} {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  return {signal: controller.signal, release};
}
