import { accessChanged } from "~/access/accessChange.server";
import type { Caller } from "~/access/caller.server";
import { heldPosts } from "~/access/heldPosts.server";
import { tellSecurity } from "~/access/securityEvent";
import { type Session, startSession } from "~/access/signIn/startSession.server";
import { type Author, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { choosePassword, storePassword } from "./choosePassword.server";
import { findInvitation, spendInvitation } from "./invitation.server";

/**
 * Stores the password that somebody invited has chosen, and signs them in; without a post today the password is
 * stored all the same and the answer is null. Refuses with `invitationOver`, `passwordWeak` at `password`.
 */
export async function acceptInvitation(
  { code, password }: { code: string; password: string },
  caller: Caller,
  now: string,
): Promise<Result<Session | null>> {
  const invited = await findInvitation(code, now);
  if (!invited) {
    tellSecurity({ event: "invitationRefused", at: now, address: caller.address, reason: "invitationOver" });
    return refuse("invitationOver");
  }
  const chosen = await choosePassword(password, invited);
  if (!chosen.ok) return chosen;
  const { personId, invitationId, account } = invited;
  const [post] = await heldPosts(personId, now);
  const who: Author | null = post ? { personId, postId: post.id } : null;
  const result = await change<Session | null>(who, now, async (tx, book) => {
    if (!(await spendInvitation(tx, invitationId, now))) return refuse("invitationOver");
    await storePassword(tx, personId, chosen.value, now);
    await book({ verb: "access.acceptInvitation", subject: { kind: "person", id: personId } });
    return done(who && (await startSession(tx, book, who, caller, now)));
  });
  if (!result.ok) return result;
  tellSecurity({ event: "invitationUsed", at: now, account, address: caller.address });
  await accessChanged(personId);
  if (result.value?.replaced) await accessChanged(result.value.replaced);
  return result;
}
