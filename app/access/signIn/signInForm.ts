import { z } from "zod";
import { key } from "~/value/fields";

/** Most characters of an address to go on to; a longer one is left out. */
const longestAddress = 2_000;

/** The form at /sign-in. */
export const signInForm = z.object({
  account: key(),
  // As it was typed: what cannot be seen is part of a password too.
  password: z.string({ error: "error.required" }).max(256, { error: "error.tooLong" }),
  next: z.string().max(longestAddress).optional().catch(undefined),
});

/** Where to go after signing in: only a path of this site, otherwise the desk. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : "/desk";
}
