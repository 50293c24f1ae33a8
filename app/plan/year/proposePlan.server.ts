import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, monthOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { type DayKind, dayKind } from "~/calendar/workingDay";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { selectDays } from "~/problem/consultationDay.server";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { read } from "~db/read";
import { consultationDay, post, yearPlan } from "~db/schema";
import { blockedFrom } from "./blockedOf.server";
import { proposeChairs } from "./chairs";
import { planYears } from "./planForm";
import { hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOf, type ProposedDates, proposeDay } from "./proposal";
import { type HostedMonth, proposeHosts } from "./rotation";

/** A street or a chair that may be chosen. */
export interface PlanChoices {
  streets: { id: string; name: Name }[];
  chairs: PostHeld[];
}

/** A year as the rotation and the rules propose it, to be changed by the office before it is drafted. */
export interface PlanProposal extends PlanChoices {
  year: number;
  /** How many months are planned already, and whether by a plan that was adopted. */
  planned: number;
  adopted: boolean;
  days: (ProposedDates & {
    hostStreetId: string;
    chairPostId: string;
    kind: DayKind;
    /** Of months that are over, in which no day can be held any more. */
    leftOut?: "yes";
  })[];
}

/** The host of each month: those that come take their turns first, as nobody has a turn in a month that is over. */
function hostsOf(
  streetIds: readonly string[],
  history: readonly HostedMonth[],
  { coming, over }: { coming: readonly string[]; over: readonly string[] },
): Map<string, string> {
  const next = proposeHosts(streetIds, history, coming);
  const all = [...next, ...proposeHosts(streetIds, [...history, ...next], over)];
  return new Map(all.map(({ month, hostStreetId }) => [month, hostStreetId]));
}

/**
 * Proposes the months of a year that are not planned yet, beside those that are. Refuses with `planExists` where all
 * are, `noRules`.
 */
export async function proposePlan(actor: Actor, year: number, now: string): Promise<Result<PlanProposal>> {
  if (!planYears.holds(year)) return refuse("notFound");
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  return read(async (db) => {
    const [plan] = await db.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    const planned = await selectDays(db).where(eq(consultationDay.year, year));
    const months = monthsOf(year).filter((month) => !planned.some((day) => day.month === month));
    if (months.length === 0) return refuse("planExists");
    const inForce = await rulesInForce(db);
    if (!inForce) return refuse("noRules");
    const choices = await planChoices(db, now);
    const streetIds = choices.streets.map((street) => street.id);
    const isOver = (month: string) => month < monthOf(dayOf(now));
    const hosts = hostsOf(streetIds, await hostedMonths(db, 0), {
      coming: months.filter((month) => !isOver(month)),
      over: months.filter(isOver),
    });
    const declared = await declaredDays(db);
    const dates = months.map((month) => proposeDay(month, inForce.rules, declared));
    // Leaders in office take the chair in turn.
    const held = choices.chairs.filter((chair) => chair.holders.length > 0).map(({ id }) => id);
    const blocked = await blockedFrom(db, `${year}-01-01`);
    const chairs = proposeChairs(
      dates.map(({ date }) => date),
      held,
      blocked,
    );
    const days = dates.map((one, at) => ({
      ...one,
      hostStreetId: hosts.get(one.month)!,
      chairPostId: chairs[at]!,
      kind: dayKind(one.date, declared),
      ...(isOver(one.month) && { leftOut: "yes" as const }),
    }));
    return done({ year, planned: planned.length, adopted: plan?.state === "adopted", days, ...choices });
  });
}

/** Who can host, by name, and who can take the chair. */
export async function planChoices(
  db: Parameters<Parameters<typeof read>[0]>[0],
  now: string,
): Promise<PlanChoices> {
  const streets = await streetsInOrder(db);
  return {
    streets: streets.sort(bySortKey).map((row) => ({ id: row.id, name: nameOfUnit(row) })),
    chairs: await postsHeld(db, now, eq(post.role, "leader")),
  };
}

const bySortKey = (one: { sortKey: string }, other: { sortKey: string }) =>
  one.sortKey < other.sortKey ? -1 : Number(one.sortKey > other.sortKey);
