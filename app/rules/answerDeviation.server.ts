import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { deviationRequest } from "~db/schema";
import type { answerForm } from "./deviationRequest";
import { isLapsed } from "./deviationRequest";
import { canAnswerDeviation, canSeeDeviation } from "./permission";
import { rulesOfMeeting } from "./rulesOfMeeting.server";

/**
 * The person who was named confirms a deviation, or refuses it with a sentence. The act itself is done by whoever needs
 * it. Refuses with `notFound` where the reader has no part in it, `notAllowed`, `deviationLapsed`, `deviationAnswered`.
 */
export async function answerDeviation(
  actor: Actor,
  input: z.output<typeof answerForm> & { id: string },
  now: string,
): Promise<Result<null>> {
  const { id, decision, text } = input;
  return change(actor, now, async (tx, book) => {
    const [request] = await tx.select().from(deviationRequest).where(eq(deviationRequest.id, id));
    if (!request || !canSeeDeviation(actor, request)) return refuse("notFound");
    if (!canAnswerDeviation(actor, request)) return refuse("notAllowed");
    if (request.state !== "waiting") return refuse("deviationAnswered");
    if (isLapsed(request.askedAt, now, await rulesOfMeeting(tx, request.meetingId)))
      return refuse("deviationLapsed");
    const answered = await tx
      .update(deviationRequest)
      .set({ state: decision, answer: text, answeredAt: now })
      .where(and(eq(deviationRequest.id, id), eq(deviationRequest.state, "waiting")))
      .returning({ id: deviationRequest.id });
    if (answered.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: decision === "confirmed" ? "plan.confirmDeviation" : "plan.refuseDeviation",
      subject: { kind: "deviation", id },
      before: { state: request.state },
      after: { state: decision, text, askedByPersonId: request.askedByPersonId },
      told: true,
    });
    return done(null);
  });
}
