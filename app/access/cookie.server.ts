import { cookieName, signInLifetimeMs } from "./session.server";

/** Set-Cookie of a sign-in; an empty token takes the cookie away. */
export function sessionCookie(token: string, secure: boolean): string {
  const age = token ? signInLifetimeMs / 1000 : 0;
  return `${cookieName}=${token}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
