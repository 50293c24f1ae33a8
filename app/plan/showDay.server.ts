import { asc, eq } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { type DayKind, dayKind, workingDaysBefore } from "~/calendar/workingDay";
import { done, type Result, refuse } from "~/ledger/result";
import { correctionsOf } from "~/meeting/conduct/corrections.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { reachedStation, type Stage, stagesBefore } from "~/meeting/kind/stage";
import { issuedMinutes } from "~/meeting/progress/meetingProgress.server";
import { powersOf } from "~/meeting/progress/powersOf.server";
import type { ExercisedPower, TopicTimeKept } from "~/meeting/progress/progress";
import { topicTimes } from "~/meeting/progress/topicTimes.server";
import { isAnnounced } from "~/meeting/stage/isAnnounced.server";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import { asDeviationStep, type DeviationStep } from "~/rules/deviation";
import { parseRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import {
  consultationDay,
  deviation,
  joiningStreet,
  meeting,
  post,
  ruleSet,
  unit,
  yearPlan,
} from "~db/schema";
import { type Check, checklistOf, type DayFacts } from "./checklist";
import { dayFacts, listStands, type StreetListStand } from "./dayFacts.server";
import { type DayLink, dayLinks } from "./dayLinks";
import { type NextStep, nextStepOf } from "./nextStep";
import { canPlan } from "./permission";
import { departsToClose, departsToOpen } from "./windowTimes";

/** The page of a consultation day. */
export interface DayPage {
  month: string;
  date: string;
  /** Time of day and place; empty while nobody has said them. */
  startsAt: string;
  place: string;
  plannedMinutes: number;
  now: string;
  kind: DayKind;
  stage: Stage;
  host: UnitRef;
  joining: UnitRef[];
  chair: PostHeld | null;
  /** The day it was first planned for, once postponed; and why it was postponed or cancelled. */
  postponedFrom: string | null;
  changeReason: string;
  windowOpensOn: string;
  windowClosesOn: string;
  /** At which hours of these days it opens and closes by itself. */
  windowHours: { opens: number; closes: number };
  agendaApprovedBy: string;
  plan: { year: number; adopted: boolean };
  rules: { version: number; title: string };
  checks: Check[];
  next: NextStep;
  links: DayLink[];
  /** Proposed corrections that wait, of those the reader may see. */
  corrections: number;
  /** By which the ledger knows it; null where the reader may not read the ledger. */
  ledgerId: string | null;
  /** The list of one's own street. */
  ownList: string | null;
  /** Which streets have sent their list, while it matters; null where the reader may not know. */
  lists: (StreetListStand & { holders: string[] })[] | null;
  /** What its topics took; none before its session is closed. */
  times: TopicTimeKept[];
  /** What was exercised on the spot; none before its minutes are issued. */
  powers: ExercisedPower[];
  deviations: { id: string; step: DeviationStep; reason: string; by: PostHeld | null; at: string }[];
  minutes: { year: number; number: number; issuedAt: string } | null;
  can: {
    edit: boolean;
    moveWindow: boolean;
    followUp: boolean;
    rearrange: boolean;
    undo: boolean;
    swap: boolean;
  };
  /** True when opening or closing the window today departs from the plan, and so needs a reason. */
  departs: { open: boolean; close: boolean };
  /** What was asked to be approved, and whom one may name. */
  approvals: ShownApprovals;
}

/** A day with its stations, what is done and missing at the present one, and what departed from the rules. */
export async function showDay(actor: Actor, month: string, now: string): Promise<Result<DayPage>> {
  if (!canPlan(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const found = await loadDay(db, month);
    if (!found) return refuse("notFound");
    const { day } = found;
    const chair = day.chairPostId ? (await postsHeld(db, now, eq(post.id, day.chairPostId)))[0] : undefined;
    const declared = await declaredDays(db);
    const kind = dayKind(day.date, declared);
    const facts: DayFacts = {
      planAdopted: found.adopted,
      chairHeld: chair ? chair.holders.length + chair.standIns.length > 0 : false,
      workingDay: kind.working,
      ...(await dayFacts(db, day, actor)),
    };
    const rules = parseRules(found.rules.rules);
    const dates = {
      today: dayOf(now),
      date: day.date,
      windowOpensOn: day.windowOpensOn,
      windowClosesOn: day.windowClosesOn,
      agendaApprovedBy: workingDaysBefore(day.date, rules.agenda.approvedWorkingDaysBefore, declared),
    };
    const corrections = await correctionsOf(db, month, holdsMeeting(actor, day) ? null : actor.personId);
    return done({
      month,
      now,
      kind,
      stage: day.stage,
      postponedFrom: day.postponedFrom,
      changeReason: day.changeReason,
      startsAt: day.startsAt,
      place: day.place,
      plannedMinutes: day.plannedMinutes ?? rules.agenda.plannedMinutes,
      ...dates,
      windowHours: { opens: rules.window.opensAtHour, closes: rules.window.closesAtHour },
      host: unitRef(found.host),
      joining: await joiningOf(db, day.id),
      chair: chair ?? null,
      plan: { year: day.year, adopted: found.adopted },
      rules: { version: found.rules.version, title: found.rules.title },
      checks: checklistOf(day.stage, facts, rules),
      next: nextStepOf(day.stage, facts, dates),
      links: dayLinks(actor, reachedStation(day), {
        corrections: corrections !== null,
        opened: facts.opened,
      }),
      corrections: corrections?.waiting ?? 0,
      ledgerId: isDistrict(actor) ? day.id : null,
      ownList: await ownSlug(db, actor),
      lists: await listsFor(db, day, actor, now),
      times: await topicTimes(db, day.id),
      powers: await powersOf(db, day.id),
      deviations: await deviationsOf(db, day.id, now),
      minutes: (await issuedMinutes(db, day.id)) ?? null,
      can: rightsOf(actor, day, { amending: facts.amending, announced: await isAnnounced(db, day) }),
      departs: {
        open: departsToOpen(day, (await rulesInForce(db))?.rules ?? rules, now),
        close: departsToClose(day, rules, now),
      },
      approvals: canPlan(actor, "moveWindow")
        ? await shownApprovals(db, actor, day, now)
        : { approvers: [], requests: {} },
    });
  });
}

function rightsOf(
  actor: Actor,
  { stage, postponedFrom }: DayRow,
  { amending, announced }: { amending: boolean; announced: boolean },
): DayPage["can"] {
  const rearrange = canPlan(actor, "plan") && stagesBefore.includes(stage);
  return {
    edit: canPlan(actor, "plan") && stagesBefore.includes(stage),
    rearrange,
    swap: rearrange && stage === "planned",
    undo:
      canPlan(actor, "plan") &&
      !announced &&
      (stage === "cancelled" || (rearrange && postponedFrom !== null)),
    moveWindow: canPlan(actor, "moveWindow"),
    followUp: canPlan(actor, "moveWindow") && stage === "issued" && !amending,
  };
}

async function loadDay(db: Queries, month: string) {
  const [row] = await db
    .select({ day: dayColumns, host: unit, rules: ruleSet, state: yearPlan.state })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
    .where(eq(meeting.slug, month))
    .limit(1);
  return row && { day: row.day, host: row.host, rules: row.rules, adopted: row.state === "adopted" };
}

async function joiningOf(db: Queries, dayId: string): Promise<UnitRef[]> {
  const rows = await db
    .select({ street: unit })
    .from(joiningStreet)
    .innerJoin(unit, eq(unit.id, joiningStreet.streetId))
    .where(eq(joiningStreet.meetingId, dayId))
    .orderBy(unit.sortKey, unit.id);
  return rows.map((row) => unitRef(row.street));
}

async function ownSlug(db: Queries, actor: Actor): Promise<string | null> {
  if (!actor.streetId) return null;
  const [row] = await db.select({ slug: unit.slug }).from(unit).where(eq(unit.id, actor.streetId)).limit(1);
  return row?.slug ?? null;
}

async function listsFor(db: Queries, day: DayRow, actor: Actor, now: string): Promise<DayPage["lists"]> {
  // Before it there are none, later the screening has them all.
  const inTime = day.stage === "collecting" || day.stage === "screening";
  if (!isDistrict(actor) || !inTime) return null;
  const senders = await postsHeld(db, now, eq(post.role, "street"));
  const stands = await listStands(db, day.id);
  return stands.map((stand) => ({
    ...stand,
    holders: senders
      .filter((sender) => sender.unit.slug === stand.slug)
      .flatMap((sender) => [...sender.holders, ...sender.standIns.map(({ name }) => name)]),
  }));
}

async function deviationsOf(db: Queries, dayId: string, now: string): Promise<DayPage["deviations"]> {
  const rows = await db
    .select()
    .from(deviation)
    .where(eq(deviation.meetingId, dayId))
    .orderBy(asc(deviation.at), asc(deviation.id));
  const posts = await postsHeld(db, now);
  return rows.map(({ id, step, reason, approvedByPostId, at }) => ({
    id,
    step: asDeviationStep(step),
    reason,
    by: posts.find((one) => one.id === approvedByPostId) ?? null,
    at,
  }));
}
