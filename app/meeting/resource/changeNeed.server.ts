import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { resourceNeed } from "~db/schema";
import { type FoundNeed, findNeed, needNumbered } from "./findNeed.server";
import { canTendNeed, farDay } from "./need";
import { columnsOf, type endNeedForm, type NeedValues } from "./resourceForm";
import { tellRoom } from "./topicNeeds.server";

/**
 * Changes a need that is open. Refuses with `notFound`, `notAllowed`, `resourceEnded`, `dayTooFar` at its field,
 * `changedMeanwhile`.
 */
export async function changeNeed(
  actor: Actor,
  input: NeedValues & { number: string; version: number },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book, later) => {
    const found = await ownNeed(tx, actor, input.number);
    if (!found.ok) return found;
    const { id, version, scopeUnitId, meeting } = found.value;
    const subject = { kind: "resourceNeed", id };
    if (version !== input.version) return overtaken(tx, subject);
    const far = farDay(input, dayOf(now));
    if (far) return refuse("dayTooFar", { field: far });
    const columns = columnsOf(input);
    if (!(await update(tx, found.value, columns))) return overtaken(tx, subject);
    const before = saidBefore(found.value);
    await book({ verb: "resource.changeNeed", subject, scopeUnitId, before, after: columns });
    await tellRoom(later, meeting?.slug);
    return done(null);
  });
}

/**
 * Ends a need, because it is met or because nothing is needed any more; what is promised stays promised. Refuses with
 * `notFound`, `notAllowed`, `resourceEnded`, `changedMeanwhile`.
 */
export async function endNeed(
  actor: Actor,
  input: z.output<typeof endNeedForm> & { number: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book, later) => {
    const found = await ownNeed(tx, actor, input.number);
    if (!found.ok) return found;
    const { id, scopeUnitId, meeting, state } = found.value;
    const ended = { state: input.as, endReason: input.reason, endedAt: now };
    if (!(await update(tx, found.value, ended))) return refuse("changedMeanwhile");
    await book({
      verb: input.as === "met" ? "resource.meetNeed" : "resource.withdrawNeed",
      ...{ subject: { kind: "resourceNeed", id }, scopeUnitId, before: { state } },
      after: { state: input.as, reason: input.reason },
      told: true,
    });
    await tellRoom(later, meeting?.slug);
    return done(null);
  });
}

/** A need that is open and one's own to tend. */
export async function ownNeed(tx: Queries, actor: Actor, number: string): Promise<Result<FoundNeed>> {
  const found = await findNeed(tx, actor, needNumbered(number));
  if (!found) return refuse("notFound");
  if (!canTendNeed(actor, found)) return refuse("notAllowed");
  return found.state === "open" ? done(found) : refuse("resourceEnded");
}

const saidBefore = ({ kind, amount, countedIn, from, until, words }: FoundNeed) => ({
  ...{ kind, amount, countedIn, from, until, words },
});

async function update(
  tx: Queries,
  { id, version }: FoundNeed,
  columns: Partial<typeof resourceNeed.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(resourceNeed)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(resourceNeed.id, id), eq(resourceNeed.version, version)))
    .returning({ id: resourceNeed.id });
  return changed.length === 1;
}
