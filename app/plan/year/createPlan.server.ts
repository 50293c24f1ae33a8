import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { insertMeeting } from "~/meeting/conduct/insertMeeting.server";
import { canPlan } from "~/plan/permission";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { consultationDay, yearPlan } from "~db/schema";
import { type CreatePlanInput, createPlanForm, type planDayForm } from "./planForm";
import { areHostsAndChairs, hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

type PlannedDay = z.output<typeof planDayForm>;

/**
 * Drafts the plan of a year. What departs in it from the rotation is approved with its adoption. Refuses with `planExists`, `noRules` (no rule set was adopted yet),
 * `hostOutOfTurn` at the field of the missing reason, `invalid`.
 */
export async function createPlan(
  actor: Actor,
  input: CreatePlanInput,
  now: string,
): Promise<Result<{ year: number }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const parsed = createPlanForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { year, days, documentNumber = "" } = parsed.data;
  return change(actor, now, async (tx, book) => {
    const refusal = await whyNot(tx, year, days);
    if (refusal) return refusal;
    const rules = await rulesInForce(tx);
    if (!rules) return refuse("noRules");
    await tx.insert(yearPlan).values({ year, documentNumber });
    await book({
      verb: "plan.create",
      subject: { kind: "plan", id: String(year) },
      after: { documentNumber, months: days.map((day) => day.month) },
    });
    for (const day of days) await insertDay(tx, book, actor, { ...day, year, ruleSetId: rules.id });
    return done({ year });
  });
}

async function whyNot(tx: Queries, year: number, days: readonly PlannedDay[]) {
  const [exists] = await tx.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
  if (exists) return refuse("planExists");
  if (!(await areHostsAndChairs(tx, days))) return refuse("invalid");
  const streets = await streetsInOrder(tx);
  const outOfTurn = monthsOutOfTurn(
    streets.map((street) => street.id),
    await hostedMonths(tx, year),
    days,
  );
  const at = days.findIndex((day) => outOfTurn.includes(day.month) && !day.swapReason);
  if (at >= 0) return refuse("hostOutOfTurn", { field: `days[${at}].swapReason` });
  // A reason without a swap would stand in the plan as if there had been one.
  for (const day of days) if (!outOfTurn.includes(day.month)) day.swapReason = undefined;
}

async function insertDay(
  tx: Queries,
  book: Book,
  actor: Actor,
  day: PlannedDay & { year: number; ruleSetId: string },
): Promise<void> {
  const { month, year, windowOpensOn, windowClosesOn, date, hostStreetId, chairPostId, ruleSetId } = day;
  const { id } = await insertMeeting(tx, book, {
    kind: "consultationDay",
    slug: month,
    title: "",
    date,
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
    after: { ...planned, date, hostStreetId, chairPostId },
  });
}
