import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { visibleProblems } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { listing, problem, residentAnswer } from "~db/schema";
import { type answerForm, canAnswer } from "./residentAnswer";

/**
 * Notes what a resident was told of a refusal, and when. Refuses with `notFound` (also to who owes no answer),
 * `answerNotOwed` (it was given, or the refusal was taken back), `answerDayWrong` (before the refusal, or ahead).
 */
export async function answerResident(
  actor: Actor,
  { id, text, answeredOn }: z.output<typeof answerForm>,
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findOwed(tx, actor, id);
    if (!found || !canAnswer(actor, found)) return refuse("notFound");
    if (found.answer.endedAt !== null || found.answer.answeredAt !== null) return refuse("answerNotOwed");
    if (answeredOn > dayOf(now) || (found.decidedAt && answeredOn < dayOf(found.decidedAt)))
      return refuse("answerDayWrong", { field: "answeredOn" });
    const by = { answeredByPersonId: actor.personId, answeredByPostId: actor.postId, answeredAt: now };
    const changed = await tx
      .update(residentAnswer)
      .set({ text, answeredOn, ...by })
      .where(
        and(eq(residentAnswer.id, id), isNull(residentAnswer.answeredAt), isNull(residentAnswer.endedAt)),
      )
      .returning({ id: residentAnswer.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "problem.answerResident",
      subject: { kind: "listing", id: found.answer.listingId },
      after: { answer: text, answeredOn },
    });
    return done(null);
  });
}

async function findOwed(tx: Queries, actor: Actor, id: string) {
  const [row] = await tx
    .select({ answer: residentAnswer, streetId: problem.streetId, decidedAt: listing.decidedAt })
    .from(residentAnswer)
    .innerJoin(listing, eq(listing.id, residentAnswer.listingId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(eq(residentAnswer.id, id), visibleProblems(tx, actor)));
  return row && { ...row, unitId: row.answer.unitId };
}
