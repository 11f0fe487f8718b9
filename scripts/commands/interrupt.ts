import process from "node:process";

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
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  const release = () => process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  return {signal: controller.signal, release};
}
