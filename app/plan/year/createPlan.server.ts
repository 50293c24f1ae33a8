import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import { isWorkingDay } from "~/calendar/workingDay";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { insertMeeting } from "~/meeting/conduct/insertMeeting.server";
import { canPlan } from "~/plan/permission";
import { selectDays } from "~/problem/consultationDay.server";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { consultationDay, yearPlan } from "~db/schema";
import { type CreatePlanInput, createPlanForm, type planDayForm } from "./planForm";
import { areHostsAndChairs, hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

/** A month that is planned, with its place among the rows of the form. */
type PlannedDay = z.output<typeof planDayForm> & { at: number };

/**
 * Drafts the plan of a year, or adds months to it that it has not yet. What departs in a draft from the rotation is
 * approved with its adoption; to an adopted plan only what does not depart is added, under a document number of its own.
 * Months that are left out are not planned; they can be added later.
 * Refuses with `planExists` where a month is planned already, `noRules` (no rule set was adopted yet), `hostOutOfTurn`
 * at the field of the missing reason, `addedOutOfTurn` and `addedDayOff` of adopted plans, `invalid`.
 */
export async function createPlan(
  actor: Actor,
  input: CreatePlanInput,
  now: string,
): Promise<Result<{ year: number }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const parsed = createPlanForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { year, documentNumber = "" } = parsed.data;
  const days = parsed.data.days.map((day, at) => ({ ...day, at })).filter(({ leftOut }) => !leftOut);
  return change(actor, now, async (tx, book) => {
    const [plan] = await tx.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    const refusal = await whyNot(tx, year, days);
    if (refusal) return refusal;
    const adopted = plan?.state === "adopted" ? await whyNotAdded(tx, days, documentNumber) : undefined;
    if (adopted) return adopted;
    const rules = await rulesInForce(tx);
    if (!rules) return refuse("noRules");
    if (!plan) await tx.insert(yearPlan).values({ year, documentNumber });
    await book({
      verb: plan ? "plan.addMonths" : "plan.create",
      subject: { kind: "plan", id: String(year) },
      after: { documentNumber, months: days.map((day) => day.month) },
    });
    for (const day of days) await insertDay(tx, book, actor, { ...day, year, ruleSetId: rules.id });
    return done({ year });
  });
}

async function whyNot(tx: Queries, year: number, days: readonly PlannedDay[]) {
  const planned = await selectDays(tx).where(eq(consultationDay.year, year));
  if (days.some((day) => planned.some(({ month }) => month === day.month))) return refuse("planExists");
  if (!(await areHostsAndChairs(tx, days))) return refuse("invalid");
  const streets = await streetsInOrder(tx);
  const outOfTurn = monthsOutOfTurn(
    streets.map((street) => street.id),
    await hostedMonths(tx, 0),
    days,
  );
  const unexplained = days.find((day) => outOfTurn.includes(day.month) && !day.swapReason);
  if (unexplained) return refuse("hostOutOfTurn", { field: `days[${unexplained.at}].swapReason` });
  // A reason without a swap would stand in the plan as if there had been one.
  for (const day of days) if (!outOfTurn.includes(day.month)) day.swapReason = undefined;
}

/** An adopted plan is departed from month by month, with an approval: what is added to it keeps to the rules. */
async function whyNotAdded(tx: Queries, days: readonly PlannedDay[], documentNumber: string) {
  if (!documentNumber) return refuse("invalid", { field: "documentNumber" });
  const departing = days.find((day) => day.swapReason);
  if (departing) return refuse("addedOutOfTurn", { field: `days[${departing.at}].hostStreetId` });
  const declared = await declaredDays(tx);
  const dayOff = days.find((day) => !isWorkingDay(day.date, declared));
  if (dayOff) return refuse("addedDayOff", { field: `days[${dayOff.at}].date` });
}

async function insertDay(
  tx: Queries,
  book: Book,
  actor: Actor,
  day: PlannedDay & { year: number; ruleSetId: string },
): Promise<void> {
  const { month, year, windowOpensOn, windowClosesOn, date, startsAt, place, ruleSetId } = day;
  const { hostStreetId, chairPostId } = day;
  const { id } = await insertMeeting(tx, book, {
    kind: "consultationDay",
    slug: month,
    title: "",
    date,
    startsAt,
    place,
    organiserUnitId: actor.unitId,
    hostUnitId: hostStreetId,
    chairPostId,
    ruleSetId,
  });
  const planned = { month, year, windowOpensOn, windowClosesOn, swapReason: day.swapReason ?? null };
  await tx.insert(consultationDay).values({ meetingId: id, ...planned });
  await book({
    verb: "plan.addDay",
    subject: { kind: "meeting", id },
    after: { ...planned, date, startsAt, place, hostStreetId, chairPostId },
  });
}
