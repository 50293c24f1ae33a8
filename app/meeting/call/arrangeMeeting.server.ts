import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, isFarAhead } from "~/calendar/day";
import { freshness } from "~/ledger/freshness";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { sequenceAfter } from "~/meeting/conduct/sequenceAfter";
import { kindOf } from "~/meeting/kind/kind";
import { meeting, post } from "~db/schema";
import { indexSubject } from "~db/search";
import type { ArrangeMeetingInput } from "./callForm";
import { meetingSearch } from "./meetingSearch.server";

/**
 * Changes when and where a meeting that a unit called is held, what it is called and who chairs it, before it is
 * opened; all concerned are told of another day, hour, place or chair. Refuses with `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`, `dayPast`, `dayTooFar` and `invalid` at their
 * fields.
 */
export async function arrangeMeeting(
  actor: Actor,
  input: ArrangeMeetingInput & { slug: string },
  now: string,
): Promise<Result<null>> {
  const { slug, version, chairPostId = null, plannedMinutes = null, ...arranged } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!found.ok) return found;
    const held = found.value;
    if (kindOf(held).calledBy.length === 0) return refuse("notFound");
    const subject = { kind: "meeting", id: held.id };
    if (held.version !== version) return overtaken(tx, subject);
    if (arranged.date !== held.date && arranged.date < dayOf(now))
      return refuse("dayPast", { field: "date" });
    if (isFarAhead(arranged.date, dayOf(now))) return refuse("dayTooFar", { field: "date" });
    if (chairPostId !== null && chairPostId !== held.chairPostId) {
      const [chair] = await tx.select({ unitId: post.unitId }).from(post).where(eq(post.id, chairPostId));
      if (chair?.unitId !== held.organiserUnitId) return refuse("invalid", { field: "chairPostId" });
    }
    const after = { ...arranged, chairPostId, plannedMinutes };
    const changed = await tx
      .update(meeting)
      .set({ ...after, calendarSequence: sequenceAfter(held, plannedMinutes), version: version + 1 })
      .where(and(eq(meeting.id, held.id), eq(meeting.version, version)))
      .returning({ id: meeting.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    const { title, date, startsAt, place, chairPostId: chair, plannedMinutes: length } = held;
    const before = { title, date, startsAt, place, chairPostId: chair, plannedMinutes: length };
    // What it is called, and how long it is meant to last, changes nobody's way to it.
    const told = (["date", "startsAt", "place", "chairPostId"] as const).some(
      (key) => before[key] !== after[key],
    );
    await book({ verb: "meeting.arrange", subject, before, after, told });
    await indexSubject(tx, meetingSearch, held.id);
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}
