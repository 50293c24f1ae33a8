import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, isFarAhead } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { RefusalCode } from "~/ledger/refusal";
import { done, type Result, refuse } from "~/ledger/result";
import { holding, person, post } from "~db/schema";
import { mayAppoint } from "../permission";
import { tellHeld } from "../tellHeld.server";
import type { SubstituteInput } from "./postForms";

/**
 * Has somebody who has an account stand in for the holder of a post, with its rights, from a day to a day; both count
 * whole. It ends by itself. Refuses with `notFound`, `postClosed`, `noSuchAccount` and `holdsPostAlready` at `account`,
 * `substituteTaken` at `fromDay`, `substituteDays`, `dayTooFar` at `toDay`.
 */
export async function appointSubstitute(
  actor: Actor,
  input: SubstituteInput,
  now: string,
): Promise<Result<{ holdingId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const { postId, account, fromDay, toDay } = input;
  const today = dayOf(now);
  if (toDay < fromDay || toDay < today) return refuse("substituteDays", { field: "toDay" });
  if (isFarAhead(toDay, today)) return refuse("dayTooFar", { field: "toDay" });
  const result = await change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(post).where(eq(post.id, postId));
    if (!found) return refuse("notFound");
    if (found.closedAt !== null) return refuse("postClosed");
    const [who] = await tx.select().from(person).where(eq(person.account, account));
    if (!who) return refuse("noSuchAccount", { field: "account" });
    const held = await tx.select().from(holding).where(eq(holding.postId, postId));
    const clash = clashOf(held, { personId: who.id, fromDay, toDay });
    if (clash) return refuse(clash, { field: clash === "holdsPostAlready" ? "account" : "fromDay" });
    const holdingId = newId();
    const term = { personId: who.id, fromDay, toDay };
    await tx.insert(holding).values({ id: holdingId, postId, capacity: "substitute", ...term });
    await book({
      verb: "unit.appointSubstitute",
      subject: { kind: "post", id: postId },
      after: { ...term, name: who.name },
      told: true,
    });
    return done({ holdingId, personId: who.id });
  });
  if (!result.ok) return result;
  await tellHeld([{ event: "postGiven", personId: result.value.personId, account, postId }], {
    by: actor.account,
    now,
  });
  return done({ holdingId: result.value.holdingId });
}

type Term = Pick<typeof holding.$inferSelect, "personId" | "capacity" | "fromDay" | "toDay" | "leftAt">;

function clashOf(
  held: readonly Term[],
  next: { personId: string; fromDay: string; toDay: string },
): RefusalCode | undefined {
  const meanwhile = held.filter(
    (one) =>
      one.leftAt === null && one.fromDay <= next.toDay && (one.toDay === null || one.toDay >= next.fromDay),
  );
  if (meanwhile.some((one) => one.personId === next.personId)) return "holdsPostAlready";
  return meanwhile.some((one) => one.capacity === "substitute") ? "substituteTaken" : undefined;
}
