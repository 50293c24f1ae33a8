import { and, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isUnanswered } from "~/meeting/conduct/attendance";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { replyDay } from "~/rules/replyDay";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { ledgerEntry } from "~db/schema";

const verb = "session.remindReply";

/**
 * Reminds the units called to a meeting that have not said who comes, each at most once a day. Refuses with `notFound`,
 * `notAllowed`, `wrongStage`, `nobodyToRemind` where all have answered, `remindedToday`.
 * @returns how many were reminded
 */
export async function remindReplies(
  actor: Actor,
  { slug }: { slug: string },
  now: string,
): Promise<Result<number>> {
  return changeMeeting(actor, now, slug, async (tx, book) => {
    const held = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!held.ok) return held;
    const { id, date, organiserUnitId } = held.value;
    const rows = await attendanceOf(tx, id);
    const silent = rows.filter((row) => isUnanswered(row) && row.unitId !== organiserUnitId);
    if (silent.length === 0) return refuse("nobodyToRemind");
    const reminded = await lastReminders(
      tx,
      silent.map((row) => row.id),
    );
    const waiting = silent.filter((row) => dayOf(reminded.get(row.id) ?? "1970-01-01") < dayOf(now));
    if (waiting.length === 0) return refuse("remindedToday");
    const dueOn = replyDay(date, await rulesOfMeeting(tx, id), await declaredDays(tx));
    await book(
      waiting.map((row) => ({
        verb,
        subject: { kind: "attendance", id: row.id },
        after: { unitId: row.unitId, dueOn },
        told: true,
      })),
    );
    return done(waiting.length);
  });
}

/** When the units of these invitations were last reminded, by the id of the invitation. */
export async function lastReminders(
  db: Queries,
  attendanceIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: ledgerEntry.subjectId, at: ledgerEntry.at })
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.subjectKind, "attendance"),
        inArray(ledgerEntry.subjectId, [...attendanceIds]),
        eq(ledgerEntry.verb, verb),
      ),
    )
    .orderBy(desc(ledgerEntry.sequence));
  const last = new Map<string, string>();
  for (const { id, at } of rows) if (!last.has(id)) last.set(id, at);
  return last;
}
