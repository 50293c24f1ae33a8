import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { selectDays } from "~/problem/consultationDay.server";
import { approvalsOf } from "~/rules/approval.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { consultationDay, yearPlan } from "~db/schema";
import { departingPlan, planDepartures } from "./planDepartures.server";
import { type AdoptPlanInput, adoptPlanForm } from "./planForm";

/**
 * Adopts a drafted plan under the number of its document. Days on days off, and hosts out of turn, need an
 * approval (`dayOff` at the field `reason`), and each of them is recorded as a deviation; refuses like `approvalsOf`. Refuses with `planAdopted` when it is
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
  const { year, documentNumber, reason, approver } = parsed.data;
  return change(actor, now, async (tx, book) => {
    const [plan] = await tx.select().from(yearPlan).where(eq(yearPlan.year, year)).limit(1);
    if (!plan) return refuse("notFound");
    if (plan.state === "adopted") return refuse("planAdopted");
    const days = await selectDays(tx).where(eq(consultationDay.year, year));
    const departures = await planDepartures(tx, year, days);
    if (departures.some(({ day, steps }) => steps.includes("hostOutOfTurn") && !day.swapReason))
      return refuse("hostOutOfTurn");
    const approvals = await approvalsOf(
      tx,
      book,
      actor,
      departures.map((one) => departingPlan(one, departures, { reason, approver })),
      now,
    );
    // Asked for: the plan stays a draft until all of it is answered.
    if (!approvals.ok || !approvals.value) return approvals.ok ? done({ year }) : approvals;
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
    for (const [at, approval] of approvals.value.entries()) {
      const { day, steps } = departures[at]!;
      for (const step of steps) {
        const why = step === "hostOutOfTurn" ? { reason: day.swapReason ?? "" } : {};
        await recordDeviation(tx, book, { step, approval, ...why }, now);
      }
    }
    return done({ year });
  });
}
