import { z } from "zod";
import { key, password, verbatim } from "~/value/fields";

/** Most characters of an address to go on to; a longer one is left out. */
const longestAddress = 2_000;

/** The form at /sign-in. */
export const signInForm = z.object({
  account: key(),
  password: password(),
  next: verbatim(longestAddress).optional().catch(undefined),
});

/** Where to go after signing in: only a path of this site, otherwise the desk. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : "/desk";
}
