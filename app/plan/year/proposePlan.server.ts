import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type DayKind, dayKind } from "~/calendar/workingDay";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { read } from "~db/read";
import { post, yearPlan } from "~db/schema";
import { hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOf, type ProposedDates, proposeDay } from "./proposal";
import { proposeHosts } from "./rotation";
import { planYears } from "./showPlan.server";

/** A street or a chair that may be chosen. */
export interface PlanChoices {
  streets: { id: string; name: Name }[];
  chairs: PostHeld[];
}

/** A year as the rotation and the rules propose it, to be changed by the office before it is drafted. */
export interface PlanProposal extends PlanChoices {
  year: number;
  days: (ProposedDates & { hostStreetId: string; chairPostId: string; kind: DayKind })[];
}

/** Proposes a year that is not planned yet. Refuses with `planExists`, `noRules`. */
export async function proposePlan(actor: Actor, year: number, now: string): Promise<Result<PlanProposal>> {
  if (!Number.isInteger(year) || year < planYears.first || year > planYears.last) return refuse("notFound");
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  return read(async (db) => {
    const [exists] = await db.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    if (exists) return refuse("planExists");
    const inForce = await rulesInForce(db);
    if (!inForce) return refuse("noRules");
    const choices = await planChoices(db, now);
    const streetIds = choices.streets.map((street) => street.id);
    const hosts = proposeHosts(streetIds, await hostedMonths(db, year), monthsOf(year));
    const held = choices.chairs.filter((chair) => chair.holders.length > 0);
    const days = hosts.map(({ month, hostStreetId }, at) => {
      const dates = proposeDay(month, inForce.rules);
      // Leaders in office take the chair in turn.
      const chair = held[at % Math.max(1, held.length)];
      return { ...dates, hostStreetId, chairPostId: chair?.id ?? "", kind: dayKind(dates.date) };
    });
    return done({ year, days, ...choices });
  });
}

/** Who can host and who can take the chair. */
export async function planChoices(
  db: Parameters<Parameters<typeof read>[0]>[0],
  now: string,
): Promise<PlanChoices> {
  const streets = await streetsInOrder(db);
  return {
    streets: streets.map((row) => ({ id: row.id, name: nameOfUnit(row) })),
    chairs: await postsHeld(db, now, eq(post.role, "leader")),
  };
}
