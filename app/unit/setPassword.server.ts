import { hash } from "@node-rs/argon2";
import { and, eq, isNull } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { holding, person, signIn } from "~db/schema";
import { type SetPasswordInput, setPasswordForm } from "./holdingForms";
import { mayAppoint } from "./permission";

/** Gives the holder of a post a new password and ends all their sign-ins. */
export async function setPassword(
  actor: Actor,
  input: SetPasswordInput,
  now: string,
): Promise<Result<{ postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = setPasswordForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const passwordHash = await hash(parsed.data.password);
  const result = await change(actor, now, async (tx, book) => {
    const [held] = await tx.select().from(holding).where(eq(holding.id, parsed.data.holdingId)).limit(1);
    if (!held) return refuse("notFound");
    await tx.update(person).set({ passwordHash }).where(eq(person.id, held.personId));
    await tx
      .update(signIn)
      .set({ endedAt: now })
      .where(and(eq(signIn.personId, held.personId), isNull(signIn.endedAt)));
    await book({ verb: "unit.setPassword", subject: { kind: "person", id: held.personId } });
    return done({ postId: held.postId, personId: held.personId });
  });
  if (!result.ok) return result;
  await accessChanged(result.value.personId);
  return done({ postId: result.value.postId });
}
