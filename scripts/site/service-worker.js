/**
 * For hosts that send no headers. Isolates the site from other origins, for which a browser gives its pages a finer
 * clock; and keeps what has been seen, for when the host cannot be reached. What the host says now always comes first.
 */
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin"
};

/** A build replaces the last word by a digest of itself: what an earlier one left is deleted. */
const KEPT = "hotpath BUILD";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const {method, url} = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event));
});

async function answer(event) {
  const {request} = event;
  try {
    const response = isolated(await fetch(request));
    if (response.status === 200) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(request, {cacheName: KEPT, ignoreSearch: true});
    if (kept !== undefined) return kept;
    throw error;
  }
}

function isolated(response) {
  if (response.type !== "basic" || response.redirected) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const {status, statusText} = response;
  const isEmpty = [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : response.body, {status, statusText, headers});
}

/** A browser that has no room keeps nothing. */
async function keep(request, response) {
  const cache = await caches.open(KEPT);
  await cache.put(request, response).catch(() => {});
}

async function forgetEarlier() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("hotpath ") && name !== KEPT).map((name) => caches.delete(name))
  );
}
