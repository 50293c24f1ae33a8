import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import { done, type Result, refuse } from "~/ledger/result";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { canBeAsked } from "./askOpinions.server";
import { seesOpinions } from "./findOpinion.server";
import { isWritable } from "./opinion";
import { opinionsOf } from "./opinionsOf.server";
import type { ShownOpinion } from "./shownOpinion";

/** Everything the page of a meeting's written opinions shows. */
export interface OpinionsPage {
  now: string;
  meeting: ShownMeeting;
  topics: {
    id: string;
    title: string;
    problemNumber: string | null;
    /** Its content is not in this system: nobody is asked to write of it here. */
    elsewhere: boolean;
    opinions: ShownOpinion[];
  }[];
  /** The units that can be asked; those called for a written opinion are proposed. */
  units: { id: string; name: Name; proposed: boolean }[];
  /** Until when to ask, unless the office says otherwise, and the last day that can be said. */
  dueOn: string;
  lastDay: string;
  /** The reader asks, and takes requests back. */
  asks: boolean;
}

/** The written opinions on the topics of a meeting. Refuses with `notFound` like its agenda. */
export async function showOpinions(actor: Actor, slug: string, now: string): Promise<Result<OpinionsPage>> {
  return read(async (db) => {
    const held = await findMeeting(db, slug);
    if (!held || !(await seesOpinions(db, actor, held))) return refuse("notFound");
    const opinions = await opinionsOf(db, actor, held.id, dayOf(now));
    const topics = (await topicsOfMeeting(db, held.id)).filter(
      ({ withdrawnAt, kind }) => withdrawnAt === null && kind !== "lookBack",
    );
    return done({
      now,
      meeting: shownMeeting(held),
      topics: topics.map(({ id, title, problem, contentElsewhere }) => ({
        ...{ id, title, problemNumber: problem?.number ?? null, elsewhere: contentElsewhere },
        opinions: opinions.filter(({ topicId }) => topicId === id),
      })),
      units: await unitsOf(db, held),
      dueOn: await usualDate(db, held, now),
      lastDay: held.date,
      asks: holdsMeeting(actor, held) && isWritable(held),
    });
  });
}

async function unitsOf(db: Queries, held: Meeting): Promise<OpinionsPage["units"]> {
  const rows = (await attendanceOf(db, held.id)).filter(canBeAsked);
  const ids = [...new Set(rows.map(({ unitId }) => unitId))];
  return ids.map((id) => {
    const own = rows.filter(({ unitId }) => unitId === id);
    const { zh, en } = own[0]!.unit;
    return { id, name: { zh, en }, proposed: own.some((row) => row.invitation === "writtenOpinion") };
  });
}

/** Together with the materials, which are handed out so many days before; today where that is past. */
async function usualDate(db: Queries, held: Meeting, now: string): Promise<string> {
  const { agenda } = await rulesOfMeeting(db, held.id);
  const usual = addDays(held.date, -agenda.materialsDaysBefore);
  const today = dayOf(now);
  return usual < today ? [today, held.date].sort()[0]! : usual;
}
