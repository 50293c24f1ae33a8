import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { followingClasses } from "~/meeting/conduct/attendance";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import type { Queries } from "~db/connect";
import { opinion, topic } from "~db/schema";

/** Which units are asked, about what, and until when. */
export interface Asking {
  slug: string;
  topicId: string;
  unitId: readonly string[];
  dueOn: string;
}

/**
 * Asks units that are called to a meeting for their written opinion on a topic; of those asked already the date is
 * moved. Refuses with `notFound`, also for a topic whose content is not in this system, `notAllowed`, `wrongStage`, `opinionDate` for a date that is past or after the
 * meeting, `unitNotCalled`.
 * @returns how many were asked
 */
export async function askOpinions(actor: Actor, input: Asking, now: string): Promise<Result<number>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await meetingToHold(tx, actor, input.slug, ["agenda"]);
    if (!found.ok) return found;
    const held = found.value;
    if (!(await canBeWrittenOf(tx, held.id, input.topicId))) return refuse("notFound");
    if (input.dueOn < dayOf(now) || input.dueOn > held.date)
      return refuse("opinionDate", { field: "dueOn", values: { date: held.date } });
    const called = new Set(await unitsToAsk(tx, held.id));
    const wanted = [...new Set(input.unitId)];
    if (wanted.some((one) => !called.has(one))) return refuse("unitNotCalled", { field: "unitId" });
    const { topicId, dueOn } = input;
    for (const unitId of wanted)
      await ask(tx, book, { meetingId: held.id, topicId, unitId, dueOn }, { by: actor.postId, at: now });
    return done(wanted.length);
  });
}

/** The units that can be asked: those called to the meeting that have not declined. */
async function unitsToAsk(tx: Queries, meetingId: string): Promise<string[]> {
  const rows = await attendanceOf(tx, meetingId);
  return rows.filter(canBeAsked).map((row) => row.unitId);
}

/** Whether a unit that is called so can be asked: not the chair, no resident, and none that declined to come. */
export function canBeAsked(row: { invitation: (typeof followingClasses)[number]; state: string }): boolean {
  return row.invitation !== "chair" && followingClasses.includes(row.invitation) && row.state !== "declined";
}

/** Whether a topic is on the agenda and may be written of here at all. */
async function canBeWrittenOf(tx: Queries, meetingId: string, topicId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: topic.id })
    .from(topic)
    .where(
      and(
        ...[eq(topic.id, topicId), eq(topic.meetingId, meetingId)],
        ...[isNull(topic.withdrawnAt), eq(topic.contentElsewhere, false)],
      ),
    );
  return rows.length > 0;
}

type Request = Pick<typeof opinion.$inferInsert, "meetingId" | "topicId" | "unitId" | "dueOn">;

async function ask(tx: Queries, book: Book, request: Request, { by, at }: { by: string; at: string }) {
  const { topicId, unitId, dueOn } = request;
  const [asked] = await tx
    .select()
    .from(opinion)
    .where(and(eq(opinion.topicId, topicId), inArray(opinion.unitId, [unitId])));
  const id = asked?.id ?? newId();
  if (asked)
    await tx
      .update(opinion)
      .set({ dueOn, takenBackAt: null, askedAt: at, askedByPostId: by })
      .where(eq(opinion.id, id));
  else await tx.insert(opinion).values({ id, ...request, askedAt: at, askedByPostId: by });
  const before = asked ? { dueOn: asked.dueOn } : undefined;
  await book({
    verb: "session.askOpinion",
    subject: { kind: "opinion", id },
    before,
    after: { topicId, unitId, dueOn },
    told: true,
  });
}
