import { onceField } from "~/ledger/onceField";

/** Why a request of the page has no answer that the page could show. */
export type HeldReason = "offline" | "signedOut" | "tooLarge" | "gone" | "failed";

/** A request that waits to be made again. The page that made it stays as it is meanwhile. */
export interface HeldRequest {
  reason: HeldReason;
  /** Whether it carries what somebody typed or pressed; otherwise it only fetches what is shown. */
  writes: boolean;
  again(): void;
}

type Send = typeof fetch;

/** What a page asks again by itself, in milliseconds: what only fetches can do no harm. */
const fetchAgainAfter = 4_000;

let held: readonly HeldRequest[] = [];
const watchers = new Set<() => void>();
type Answered = (key: string, taken: boolean) => void;
const answered = new Set<Answered>();
const resend = new Map<string, () => void>();

/** The requests that wait, for `useSyncExternalStore`. */
export const heldRequests = () => held;

/** Calls `watcher` when {@link heldRequests} changes; answers how to stop. */
export function watchHeldRequests(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Calls `listener` with the key of each form that got an answer, and whether it was taken; answers how to stop. */
export function onAnswered(listener: Answered): () => void {
  answered.add(listener);
  return () => answered.delete(listener);
}

/**
 * Tells how to send a form again with what stands in it then; without it, exactly what was sent is sent again.
 * Answers how to take that back.
 */
export function offerResend(key: string, send: () => void): () => void {
  resend.set(key, send);
  return () => {
    if (resend.get(key) === send) resend.delete(key);
  };
}

/**
 * From now on a request of the page layer that gets no answer, or one that no page can show, is held: left to itself,
 * the page layer would put an error in place of the page, and what was typed there would be gone.
 */
export function holdRequests(page: { fetch: Send; location: Pick<Location, "origin"> }): void {
  const send = page.fetch.bind(page);
  page.fetch = (input, init) =>
    isOfPageLayer(input, page.location.origin) ? untilAnswered(send, input, init ?? {}) : send(input, init);
}

// The page layer asks with URL objects; what a use of our own asks for has another ending.
const isOfPageLayer = (input: RequestInfo | URL, origin: string): input is URL =>
  input instanceof URL && input.origin === origin && input.pathname.endsWith(".data");

async function untilAnswered(send: Send, address: URL, init: RequestInit): Promise<Response> {
  const key = keyOf(init.body);
  for (;;) {
    const answer = await send(address, init).catch((error: unknown) => {
      if (init.signal?.aborted) throw error;
      return null;
    });
    const reason = answer ? await reasonToHold(answer, isWrite(init)) : "offline";
    if (answer && reason === null) {
      if (key) for (const listener of answered) listener(key, answer.status < 400);
      return answer;
    }
    await askedAgain(reason ?? "failed", init, key);
  }
}

const isWrite = (init: RequestInit) => (init.method ?? "GET").toUpperCase() !== "GET";

function keyOf(body: RequestInit["body"]): string | undefined {
  if (!(body instanceof URLSearchParams) && !(body instanceof FormData)) return undefined;
  const key = body.get(onceField);
  return typeof key === "string" ? key : undefined;
}

async function reasonToHold(answer: Response, writes: boolean): Promise<HeldReason | null> {
  const isOurs = answer.headers.has("X-Remix-Response");
  // A page that cannot be fetched shows why; one that cannot be reached stays.
  if (!writes) return isOurs || answer.status < 500 ? null : "offline";
  if (isOurs && !(answer.status >= 400 && (await isThrown(answer)))) return null;
  const { status } = answer;
  if (status === 401) return "signedOut";
  if (status === 413) return "tooLarge";
  return status === 403 || status === 404 || status === 410 ? "gone" : "failed";
}

// What an act answers comes as "data" and is shown at its form; what was thrown comes as "error".
async function isThrown(answer: Response): Promise<boolean> {
  return /^\[\{"_1":2\},"error"/.test(await answer.clone().text());
}

/** Resolves when it is to be sent again as it was; rejects when the page has given it up, also for a newer one. */
function askedAgain(reason: HeldReason, init: RequestInit, key: string | undefined): Promise<void> {
  const writes = isWrite(init);
  return new Promise((resolve, reject) => {
    const timer = writes ? undefined : setTimeout(() => end(resolve), fetchAgainAfter);
    const request: HeldRequest = {
      reason,
      writes,
      again() {
        const anew = key === undefined ? undefined : resend.get(key);
        if (anew) anew();
        else end(resolve);
      },
    };
    const giveUp = () => end(() => reject(init.signal?.reason ?? new DOMException("given up", "AbortError")));
    function end(then: () => void) {
      clearTimeout(timer);
      init.signal?.removeEventListener("abort", giveUp);
      setHeld(held.filter((one) => one !== request));
      then();
    }
    setHeld([...held, request]);
    if (init.signal?.aborted) giveUp();
    else init.signal?.addEventListener("abort", giveUp);
  });
}

function setHeld(requests: readonly HeldRequest[]): void {
  held = requests;
  for (const watcher of watchers) watcher();
}
