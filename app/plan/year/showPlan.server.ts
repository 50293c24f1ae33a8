import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, monthOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { type DayKind, dayKind } from "~/calendar/workingDay";
import { done, type Result, refuse } from "~/ledger/result";
import { type Stage, stagesBefore } from "~/meeting/kind/stage";
import { canPlan } from "~/plan/permission";
import { dayColumns, selectDays } from "~/problem/consultationDay.server";
import type { ShownApproval, ShownApprovals } from "~/rules/shownApproval";
import { requestFor } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { consultationDay, joiningStreet, meeting, post, ruleSet, unit, yearPlan } from "~db/schema";
import { blockedFrom } from "./blockedOf.server";
import { isBlocked } from "./chairs";
import { type Coverage, coverageOf } from "./coverage";
import { planCovered, planDepartures } from "./planDepartures.server";
import { planYears } from "./planForm";
import { hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

/** One month of a year's plan, as its table shows it. */
export interface PlanRow {
  month: string;
  date: string;
  kind: DayKind;
  host: UnitRef;
  joining: UnitRef[];
  chair: PostHeld | null;
  /** Time of day and place; empty while nobody has said them. */
  startsAt: string;
  place: string;
  /** By which rules it is held. */
  rules: { version: number; title: string };
  windowOpensOn: string;
  windowClosesOn: string;
  stage: Stage;
  swapReason: string | null;
  /** The chair has said that they cannot on this day; false for who does not plan. */
  chairBlocked: boolean;
  /** Hosts again before all have hosted, and nobody has said why. */
  outOfTurn: boolean;
}

/** The page of a year. */
export interface PlanPage {
  year: number;
  now: string;
  /** Null while nobody has planned the year. */
  plan: { state: "draft" | "adopted"; documentNumber: string } | null;
  rows: PlanRow[];
  coverage: (Coverage & { street: UnitRef })[];
  /** How the departures of a drafted plan's days stand; null where there are none, or for who does not adopt it. */
  approvals: { shown: ShownApprovals; request: ShownApproval | undefined } | null;
  can: { plan: boolean; block: boolean };
}

/** A year with its days and which streets it reaches; `notFound` for what is not a year. */
export async function showPlan(actor: Actor, year: number, now: string): Promise<Result<PlanPage>> {
  if (!planYears.holds(year)) return refuse("notFound");
  return read(async (db) => {
    const [plan] = await db.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    const today = dayOf(now);
    const streets = await streetsInOrder(db);
    const rows = await rowsOf(
      db,
      year,
      now,
      streets.map((street) => street.id),
      canPlan(actor, "plan"),
    );
    const hosted = await hostedMonths(db, 0);
    return done({
      year,
      now,
      plan: plan ? { state: plan.state, documentNumber: plan.documentNumber } : null,
      rows,
      coverage: streets.map((street) => ({
        street: unitRef(street),
        ...coverageOf(street.id, hosted, monthOf(today)),
      })),
      approvals:
        plan?.state === "draft" && canPlan(actor, "plan") ? await planApprovals(db, actor, year, now) : null,
      can: { plan: canPlan(actor, "plan"), block: canPlan(actor, "plan") || actor.role === "leader" },
    });
  });
}

/** The departures of a drafted plan's days as one: it waits while one of them does. */
async function planApprovals(
  db: Queries,
  actor: Actor,
  year: number,
  now: string,
): Promise<PlanPage["approvals"]> {
  const departures = await planDepartures(
    db,
    year,
    await selectDays(db).where(eq(consultationDay.year, year)),
  );
  const shown = await Promise.all(
    departures.map(async (departure) => {
      const approvals = await shownApprovals(db, actor, departure.day, now);
      return { approvals, request: requestFor(approvals, "adoptPlan", planCovered(departure)) };
    }),
  );
  const [first] = shown;
  if (!first) return null;
  const unsettled = shown.find(({ request }) => request?.state !== "confirmed");
  return { shown: first.approvals, request: (unsettled ?? first).request };
}

async function rowsOf(
  db: Queries,
  year: number,
  now: string,
  streetIds: string[],
  plans: boolean,
): Promise<PlanRow[]> {
  const days = await db
    .select({ day: dayColumns, host: unit, rules: ruleSet })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .where(eq(consultationDay.year, year))
    .orderBy(meeting.slug);
  const chairs = await postsHeld(db, now, eq(post.role, "leader"));
  const joining = await joiningOf(db, year);
  const declared = await declaredDays(db);
  const blocked = plans ? await blockedFrom(db, dayOf(now)) : [];
  const outOfTurn = monthsOutOfTurn(
    streetIds,
    await hostedMonths(db, year),
    days.map(({ day }) => day),
  );
  return days.map(({ day, host, rules }) => ({
    month: day.month,
    date: day.date,
    kind: dayKind(day.date, declared),
    host: unitRef(host),
    joining: joining.filter((row) => row.dayId === day.id).map((row) => unitRef(row.street)),
    chair: chairs.find((chair) => chair.id === day.chairPostId) ?? null,
    startsAt: day.startsAt,
    place: day.place,
    rules: { version: rules.version, title: rules.title },
    windowOpensOn: day.windowOpensOn,
    windowClosesOn: day.windowClosesOn,
    stage: day.stage,
    swapReason: day.swapReason,
    chairBlocked: stagesBefore.includes(day.stage) && isBlocked(blocked, day.chairPostId, day.date),
    outOfTurn: outOfTurn.includes(day.month) && !day.swapReason,
  }));
}

function joiningOf(db: Queries, year: number) {
  return db
    .select({ dayId: joiningStreet.meetingId, street: unit })
    .from(joiningStreet)
    .innerJoin(consultationDay, eq(consultationDay.meetingId, joiningStreet.meetingId))
    .innerJoin(unit, eq(unit.id, joiningStreet.streetId))
    .where(eq(consultationDay.year, year))
    .orderBy(unit.sortKey, unit.id);
}
