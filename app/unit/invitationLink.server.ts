import { originOf } from "~/access/request.server";
import { invitationAddress } from "~/address/accounts";
import { done, type Result } from "~/ledger/result";

/**
 * Makes the whole address of an invitation of its code.
 * @param request the form that asked for it, from one of the origins that people open
 */
export function linkOf(request: Request, made: Result<{ code: string }>): Result<string> {
  if (!made.ok) return made;
  return done(originOf(request) + invitationAddress(made.value.code));
}
