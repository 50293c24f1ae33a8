import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { sequenceAfter } from "~/meeting/conduct/sequenceAfter";
import { stagesBefore } from "~/meeting/kind/stage";
import { writeMeeting } from "~/meeting/stage/setCancelled.server";
import { canPlan } from "~/plan/permission";
import { selectDays } from "~/problem/consultationDay.server";
import { meeting } from "~db/schema";
import { isDraft } from "./isDraft.server";
import type { PlaceDayInput } from "./planForm";

/**
 * Says at what time of its day, where and how long a consultation day is held, before its session. No plan says it, and nobody
 * has to approve it; all concerned are told where it is held elsewhere or at another hour. Refuses with `notAllowed`, `notFound`, `wrongStage`, `changedMeanwhile`.
 */
export async function placeDay(actor: Actor, input: PlaceDayInput, now: string): Promise<Result<null>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const { month, startsAt, place, plannedMinutes = null, version } = input;
  return change(actor, now, async (tx, book, later) => {
    const [day] = await selectDays(tx).where(eq(meeting.slug, month)).limit(1);
    if (!day) return refuse("notFound");
    const subject = { kind: "meeting", id: day.id };
    if (!stagesBefore.includes(day.stage)) return refuse("wrongStage");
    if (day.version !== version) return overtaken(tx, subject);
    const after = { startsAt, place, plannedMinutes };
    const counted = { ...after, calendarSequence: sequenceAfter(day, plannedMinutes) };
    if (!(await writeMeeting(tx, day, counted))) return overtaken(tx, subject);
    const before = { startsAt: day.startsAt, place: day.place, plannedMinutes: day.plannedMinutes };
    // A draft of a plan concerns nobody yet; how long a day is meant to last changes nobody's way to it.
    const moved = startsAt !== day.startsAt || place !== day.place;
    const told = moved && !(await isDraft(tx, day.year));
    await book({ verb: "plan.editDay", subject, before, after, told });
    await later(freshness, { kind: "stage", slug: month });
    return done(null);
  });
}
