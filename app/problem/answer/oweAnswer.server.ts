import { and, eq, isNull } from "drizzle-orm";
import { addDays, dayOf } from "~/calendar/day";
import { newId } from "~/ledger/identifier.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { post, problem, residentAnswer, unit } from "~db/schema";

/** A place on a list about which was decided, with its day. */
interface DecidedPlace {
  listingId: string;
  problemId: string;
  dayId: string;
}

/**
 * Keeps what residents are owed in step with a decision, inside its transaction: a refusal is told to them within the
 * days of the rules, by the community that raised the problem or else the street; any other decision owes nothing. What
 * they were told already stays.
 */
export async function oweAnswer(
  tx: Queries,
  { listingId, problemId, dayId }: DecidedPlace,
  isRefused: boolean,
  now: string,
): Promise<void> {
  const open = and(eq(residentAnswer.listingId, listingId), isNull(residentAnswer.endedAt));
  const [owed] = await tx.select().from(residentAnswer).where(open);
  // Refused as before, in other words: they are told these.
  if (isRefused && owed && owed.answeredAt === null) return;
  if (owed) await tx.update(residentAnswer).set({ endedAt: now }).where(open);
  if (!isRefused) return;
  const { answers } = await rulesOfMeeting(tx, dayId);
  await tx.insert(residentAnswer).values({
    ...{ id: newId(), listingId, unitId: await answererOf(tx, problemId) },
    dueOn: addDays(dayOf(now), answers.answerResident),
  });
}

async function answererOf(tx: Queries, problemId: string): Promise<string> {
  const [row] = await tx
    .select({ streetId: problem.streetId, raisedBy: unit.id, kind: unit.kind })
    .from(problem)
    .leftJoin(post, eq(post.id, problem.createdByPostId))
    .leftJoin(unit, eq(unit.id, post.unitId))
    .where(eq(problem.id, problemId));
  return row!.kind === "community" ? row!.raisedBy! : row!.streetId;
}
