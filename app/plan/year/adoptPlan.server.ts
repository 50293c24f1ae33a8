import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { isWorkingDay } from "~/calendar/workingDay";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { selectDays } from "~/problem/consultationDay.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import type { Queries } from "~db/connect";
import { consultationDay, yearPlan } from "~db/schema";
import { type AdoptPlanInput, adoptPlanForm } from "./planForm";
import { hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

/**
 * Adopts a drafted plan under the number of its document. Days on days off need a reason (`dayOff` at the
 * field `reason`), which is recorded with each of them as a deviation. Refuses with `planAdopted` when it is
 * adopted already, `hostOutOfTurn` when edits of the draft have left a street hosting twice without a reason.
 */
export async function adoptPlan(
  actor: Actor,
  input: AdoptPlanInput,
  now: string,
): Promise<Result<{ year: number }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const parsed = adoptPlanForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { year, documentNumber, reason } = parsed.data;
  return change(actor, now, async (tx, book) => {
    const [plan] = await tx.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    if (!plan) return refuse("notFound");
    if (plan.state === "adopted") return refuse("planAdopted");
    const days = await selectDays(tx).where(eq(consultationDay.year, year));
    const refusal = await whyNotInTurn(tx, year, days);
    if (refusal) return refusal;
    const off = days.filter((day) => !isWorkingDay(day.date));
    if (off.length > 0 && !reason)
      return refuse("dayOff", { field: "reason", values: { days: off.map((day) => day.date).join(" ") } });
    const changed = await tx
      .update(yearPlan)
      .set({ state: "adopted", documentNumber, version: plan.version + 1 })
      .where(and(eq(yearPlan.year, year), eq(yearPlan.version, plan.version)))
      .returning({ year: yearPlan.year });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "plan.adopt",
      subject: { kind: "plan", id: String(year) },
      before: { state: plan.state, documentNumber: plan.documentNumber },
      after: { state: "adopted", documentNumber },
    });
    const approval = { step: "workingDay" as const, reason: reason ?? "", approvedByPostId: actor.postId };
    for (const day of off) await recordDeviation(tx, book, { meetingId: day.id, ...approval }, now);
    return done({ year });
  });
}

async function whyNotInTurn(
  tx: Queries,
  year: number,
  days: readonly { month: string; hostStreetId: string; swapReason: string | null }[],
) {
  const streetIds = (await streetsInOrder(tx)).map((street) => street.id);
  const outOfTurn = monthsOutOfTurn(streetIds, await hostedMonths(tx, year), days);
  if (days.some((day) => outOfTurn.includes(day.month) && !day.swapReason)) return refuse("hostOutOfTurn");
}
