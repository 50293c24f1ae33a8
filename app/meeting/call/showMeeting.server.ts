import { eq } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import { workingDaysBefore } from "~/calendar/workingDay";
import { done, type Result, refuse } from "~/ledger/result";
import { correctionsOf } from "~/meeting/conduct/corrections.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { holdsMeeting, organisesMeeting } from "~/meeting/conduct/permission";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { kindOf } from "~/meeting/kind/kind";
import { hasReached, reachedStation, type Stage, type Station, stagesBefore } from "~/meeting/kind/stage";
import { issuedMinutes, meetingProgress } from "~/meeting/progress/meetingProgress.server";
import { powersOf } from "~/meeting/progress/powersOf.server";
import {
  type ExercisedPower,
  type MeetingProgress,
  type NextAtMeeting,
  nextAtMeeting,
  type TopicTimeKept,
} from "~/meeting/progress/progress";
import { topicTimes } from "~/meeting/progress/topicTimes.server";
import { isAnnounced } from "~/meeting/stage/isAnnounced.server";
import type { Rearranged } from "~/meeting/stage/rearranged";
import { parseRules } from "~/rules/ruleSet";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { post, ruleSet } from "~db/schema";
import type { MeetingLink } from "./meetingLink";

/** The page of a meeting that a unit called. */
export interface MeetingIndex {
  now: string;
  meeting: ShownMeeting & {
    number: string;
    startsAt: string;
    place: string;
    plannedMinutes: number | null;
    version: number;
  };
  /** How long a meeting lasts by the rules, where nobody says. */
  usualMinutes: number;
  rearranged: Rearranged;
  stages: readonly Stage[];
  chair: PostHeld | null;
  /** Posts that may take the chair. */
  posts: PostHeld[];
  rules: { version: number; title: string };
  progress: MeetingProgress;
  /** What its topics took; none before its session is closed. */
  times: TopicTimeKept[];
  /** What was exercised on the spot; none before its minutes are issued. */
  powers: ExercisedPower[];
  next: NextAtMeeting | null;
  pages: MeetingLink[];
  /** Proposed corrections that wait, of those the reader may see. */
  corrections: number;
  minutes: { year: number; number: number } | null;
  /** By which the ledger knows it; null where the reader may not read of it there. */
  ledgerId: string | null;
  can: { arrange: boolean; followUp: boolean };
}

/**
 * A meeting with its stations, its next step and its pages. Refuses with `notFound` to whom it does not exist, and for
 * a consultation day, whose page is the plan's.
 */
export async function showMeeting(actor: Actor, slug: string, now: string): Promise<Result<MeetingIndex>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || kindOf(meeting).calledBy.length === 0) return refuse("notFound");
    if (!(await seesMeeting(db, actor, meeting))) return refuse("notFound");
    return done(await present(db, actor, meeting, now));
  });
}

async function present(db: Queries, actor: Actor, meeting: Meeting, now: string): Promise<MeetingIndex> {
  const { number, startsAt, place, plannedMinutes, version, date, stage } = meeting;
  const progress = await meetingProgress(db, meeting);
  const [rules] = await db.select().from(ruleSet).where(eq(ruleSet.id, meeting.ruleSetId));
  const { agenda } = parseRules(rules!.rules);
  const posts = await postsHeld(db, now, eq(post.unitId, meeting.organiserUnitId));
  const holds = holdsMeeting(actor, meeting);
  const corrections = await correctionsOf(db, meeting.slug, holds ? null : actor.personId);
  const agendaApprovedBy = workingDaysBefore(date, agenda.approvedWorkingDaysBefore, await declaredDays(db));
  const chairs = await postsHeld(db, now, eq(post.id, meeting.chairPostId ?? ""));
  return {
    now,
    meeting: { ...shownMeeting(meeting), number, startsAt, place, plannedMinutes, version },
    usualMinutes: agenda.plannedMinutes,
    rearranged: await rearranged(db, actor, meeting, now),
    stages: kindOf(meeting).stages,
    chair: chairs[0] ?? null,
    posts,
    rules: { version: rules!.version, title: rules!.title },
    progress,
    times: await topicTimes(db, meeting.id),
    powers: await powersOf(db, meeting.id),
    next: nextAtMeeting(meeting, progress, { date, agendaApprovedBy }) ?? null,
    pages: pagesAt(reachedStation(meeting), corrections !== null),
    corrections: corrections?.waiting ?? 0,
    minutes: (await issuedMinutes(db, meeting.id)) ?? null,
    ledgerId: readsLedgerOf(actor, meeting) ? meeting.id : null,
    can: {
      arrange: holds && stage === "agenda",
      followUp: organisesMeeting(actor, meeting) && stage === "issued" && !progress.amending,
    },
  };
}

async function rearranged(db: Queries, actor: Actor, meeting: Meeting, now: string): Promise<Rearranged> {
  const { date, stage, postponedFrom, changeReason } = meeting;
  const organises = organisesMeeting(actor, meeting);
  const rearrange = organises && stagesBefore.includes(stage);
  const changed = stage === "cancelled" || (rearrange && postponedFrom !== null);
  const undo = organises && changed && !(await isAnnounced(db, meeting));
  return { date, now, stage, postponedFrom, changeReason, can: { rearrange, undo } };
}

function pagesAt(stage: Station, corrections: boolean): MeetingLink[] {
  const begun = hasReached(stage, "inSession");
  return [
    ...(["agenda", "papers", "research", "opinions", "room", "rollcall", "lookBack"] as const),
    ...(begun ? (["screen", "minutes"] as const) : []),
    ...(corrections ? (["corrections"] as const) : []),
  ];
}

function readsLedgerOf(actor: Actor, meeting: Meeting): boolean {
  const scope = ledgerScopeOf(meeting);
  return scope === undefined ? isDistrict(actor) : actor.unitId === scope && organisesMeeting(actor, meeting);
}
