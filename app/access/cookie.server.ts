import { stringifySetCookie } from "cookie";
import { cookieName, signInLifetimeMs } from "./session.server";

/** Makes the Set-Cookie of a sign-in; an empty token takes the cookie away. */
export function sessionCookie(token: string, secure: boolean): string {
  const maxAge = token ? signInLifetimeMs / 1000 : 0;
  return stringifySetCookie(cookieName, token, {
    path: "/",
    maxAge,
    httpOnly: true,
    sameSite: "lax",
    secure,
  });
}
