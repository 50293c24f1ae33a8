import { z } from "zod";

/** The form at /sign-in. */
export const signInForm = z.object({
  account: z.string({ error: "error.required" }).trim().max(64, { error: "error.tooLong" }),
  password: z.string({ error: "error.required" }).max(256, { error: "error.tooLong" }),
  next: z.string().optional(),
});

/** Where to go after signing in: only a path of this site, otherwise the desk. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : "/desk";
}
