import { parseCookie, stringifySetCookie } from "cookie";

/** Name of the cookie that carries the token of a sign-in, where pages come over plain HTTP. */
export const cookieName = "huishang_session";

const deviceCookieName = "huishang_device";
const deviceLifetimeSeconds = 400 * 24 * 60 * 60;

// With this prefix a browser keeps a cookie only if it came over HTTPS from this very host, for all of it.
const hostPrefix = "__Host-";
let https = false;

/** Says whether people open the pages over HTTPS only; cookies are then bound to it and to this host. */
export function bindCookiesToHttps(on: boolean): void {
  https = on;
}

const nameOf = (name: string) => (https ? hostPrefix + name : name);

/** The token of a sign-in in a Cookie header. */
export function sessionToken(header: string | null | undefined): string | undefined {
  return parseCookie(header ?? "")[nameOf(cookieName)] || undefined;
}

/** The token of a device in a Cookie header: whoever signed in there before is known there. */
export function deviceToken(header: string | null | undefined): string | undefined {
  return parseCookie(header ?? "")[nameOf(deviceCookieName)] || undefined;
}

/** Makes the headers that give a browser the tokens of a sign-in. */
export function signedInHeaders(session: { token: string; device: string; seconds: number }): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", cookieOf(cookieName, session.token, session.seconds));
  headers.append("Set-Cookie", cookieOf(deviceCookieName, session.device, deviceLifetimeSeconds));
  return headers;
}

/** Makes the headers that take a sign-in away; the device stays known. */
export function signedOutHeaders(): Headers {
  return new Headers({ "Set-Cookie": cookieOf(cookieName, "", 0) });
}

function cookieOf(name: string, value: string, maxAge: number): string {
  return stringifySetCookie(nameOf(name), value, {
    path: "/",
    maxAge,
    httpOnly: true,
    sameSite: "lax",
    secure: https,
  });
}
