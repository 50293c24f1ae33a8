import { type HeadersFunction, redirect } from "@remix-run/node";
import { refusalStatus } from "~/ledger/refusal";
import type { Refusal, Result } from "~/ledger/result";
import { retryAfter, retryName } from "~/ledger/retryAfter";
import type { Actor } from "./actor";
import { type SignedIn, signedIn } from "./session.server";

/** The instant of this request (UTC ISO); use cases get it passed in. */
export function requestInstant(): string {
  return new Date().toISOString();
}

/** Names the origin under which people open the page that sent a form; behind a proxy only the browser knows it. */
export function originOf(request: Request): string {
  return request.headers.get("Origin") ?? new URL(request.url).origin;
}

/** Who asks, or null for a visitor. */
export function whoAsks(request: Request): Promise<SignedIn | null> {
  return signedIn(request.headers.get("Cookie"), requestInstant());
}

/**
 * Who asks; visitors are sent to the sign-in page and come back afterwards. Whoever sent a form is told instead, by the
 * answer `signedOut` (401): sent on to another page, what was typed would be gone.
 */
export async function requireActor(request: Request): Promise<{ actor: Actor; now: string }> {
  const found = await whoAsks(request);
  if (found) return { actor: found.actor, now: requestInstant() };
  if (request.method !== "GET") throw refusalResponse({ code: "signedOut" });
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/**
 * Makes the answer that sends on to an address of this site. Parts of it may come from an address or a form, in
 * any script; a header only takes ASCII.
 */
export function sendTo(address: string, init?: ResponseInit): Response {
  const written = address.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part));
  return redirect(written, init);
}

/** For loaders: the value, or the refusal thrown as an error page of its status. */
export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusalResponse(result.refusal);
}

/** For loaders: a thing that one may not see does not exist. */
export function foundOrThrow<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw refusalResponse({ code: "notFound" });
  return value;
}

/** Makes the answer of a refusal; thrown, it is shown on an error page. */
export function refusalResponse(refusal: Refusal): Response {
  return Response.json({ refusal }, { status: refusalStatus[refusal.code], headers: retryAfter(refusal) });
}

/** Lets the answer to a page's form say it too: the page layer passes on only what a page names. */
export const retryHeaders: HeadersFunction = ({ actionHeaders, parentHeaders }) => {
  const headers = new Headers(parentHeaders);
  const seconds = actionHeaders.get(retryName);
  if (seconds !== null) headers.set(retryName, seconds);
  return headers;
};
