/** Where a build leaves the worker: the root of the site, so that it sees every page. */
const WORKER = new URL("../../service-worker.js", import.meta.url);
const RELOADED = "reloaded-for-isolation";

/**
 * On a host that cannot isolate its pages from other origins, lets a service worker do it: the clock gets finer. It
 * takes hold of pages that are opened later; a page that measures, and that nobody has touched yet, is loaded again,
 * once in a session. A browser that refuses keeps its coarser clock, and everything else works.
 */
export async function isolate(): Promise<void> {
  if (crossOriginIsolated || !isSecureContext || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER);
    await navigator.serviceWorker.ready;
  } catch {
    return;
  }
  if (document.querySelector("form.run-lab") !== null && !navigator.userActivation?.hasBeenActive && firstTime()) {
    location.reload();
  }
}

/** Whether this session has not reloaded yet; a page that was just loaded again is not, whatever is remembered. */
function firstTime(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (navigation?.type === "reload" || sessionStorage.getItem(RELOADED) !== null) return false;
  sessionStorage.setItem(RELOADED, "yes");
  return true;
}
