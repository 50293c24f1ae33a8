import { invitationAddress } from "~/address/accounts";
import { done, type Result } from "~/ledger/result";

/**
 * Makes the whole address of an invitation of its code.
 * @param request the form that asked for it, from one of the origins that people open
 */
export function linkOf(request: Request, made: Result<{ code: string }>): Result<string> {
  if (!made.ok) return made;
  const origin = request.headers.get("Origin") ?? new URL(request.url).origin;
  return done(origin + invitationAddress(made.value.code));
}
