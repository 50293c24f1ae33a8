// Serves the page of a visit on a phone without a network: that page and what it is made of, and nothing else. It
// stands between the browser and the network, so it imports nothing and keeps to what a browser has.

/** What of the worker's own surroundings is used; the rest of the project is checked for pages. */
interface Worker {
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "message", listener: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface Lasting {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as Worker;
const prefix = "huishang-visits:";
const visitPage = /^\/desk\/(?:days|meetings)\/[^/]+\/research\/[^/]+$/;
const keptFile = /^\/(?:assets|desk\/files)\//;
// After these somebody else may hold the phone, or may see other things.
const changesReader = ["/sign-in", "/sign-out", "/invitation", "/desk/post"];
// Milliseconds: a network that gives no answer for so long is none.
const patience = 6_000;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const { keep, of } = event.data as { keep: string[]; of: string };
  event.waitUntil(keepPage(keep, of));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST" && changesReader.includes(pathname)) return event.waitUntil(forgetAll());
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && visitPage.test(pathname)) event.respondWith(page(request));
  else if (keptFile.test(pathname)) event.respondWith(file(request));
});

/** Keeps a page with its files for one person; what is kept for anybody else is forgotten. */
async function keepPage(addresses: string[], of: string): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== prefix + of) await caches.delete(name);
  const kept = await caches.open(prefix + of);
  for (const address of addresses) {
    const answer = await fetch(address, { credentials: "same-origin", redirect: "error" }).catch(() => null);
    if (answer?.ok) await kept.put(address, answer);
  }
}

async function forgetAll(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}

/** The page as it is now; as it was kept, where the network gives none. One may see it no longer: it is forgotten. */
async function page(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname);
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  const now = fetch(request).then(
    async (answer) => {
      if (!answer.ok && answer.status < 500) await forgetPage(pathname);
      return answer;
    },
    () => kept,
  );
  return Promise.race([now, late]);
}

async function forgetPage(pathname: string): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix)) await (await caches.open(name)).delete(pathname);
}

/** The name of a built file changes with what is in it; a photo is asked for anew as long as there is a network. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (kept && new URL(request.url).pathname.startsWith("/assets/")) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
