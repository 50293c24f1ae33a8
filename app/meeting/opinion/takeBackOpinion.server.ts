import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { opinion } from "~db/schema";

/**
 * Takes a request for an opinion back as long as nothing was submitted. Refuses with `notFound`, `notAllowed`,
 * `wrongStage`, `opinionSubmitted`.
 */
export async function takeBackOpinion(
  actor: Actor,
  { slug, opinionId }: { slug: string; opinionId: string },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book) => {
    const found = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!found.ok) return found;
    const [asked] = await tx
      .select()
      .from(opinion)
      .where(
        and(eq(opinion.id, opinionId), eq(opinion.meetingId, found.value.id), isNull(opinion.takenBackAt)),
      );
    if (!asked) return refuse("notFound");
    if (asked.submittedAt !== null) return refuse("opinionSubmitted");
    await tx.update(opinion).set({ takenBackAt: now }).where(eq(opinion.id, asked.id));
    const { unitId, dueOn } = asked;
    await book({
      verb: "session.takeBackOpinion",
      subject: { kind: "opinion", id: asked.id },
      before: { unitId, dueOn },
      told: true,
    });
    return done(null);
  });
}
