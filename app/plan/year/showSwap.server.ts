import { asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { dayColumns } from "~/problem/consultationDay.server";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import { read } from "~db/read";
import { consultationDay, meeting, unit, yearPlan } from "~db/schema";
import { hostsMark, swappedWith } from "./swapMonths";

/** What is needed to exchange the host of a month with another one. */
export interface SwapPage {
  month: string;
  year: number;
  host: UnitRef;
  adopted: boolean;
  /** Months whose windows have not opened and that another street hosts. */
  others: { month: string; host: UnitRef }[];
  /** The month that a request names. */
  asked: string | null;
  /** Mark of the hosts of all these months. */
  version: number;
  approvals: ShownApprovals;
}

/** A month that can be swapped, with those it can be swapped with. Refuses with `notFound` once its window is open. */
export async function showSwap(actor: Actor, month: string, now: string): Promise<Result<SwapPage>> {
  return read(async (db) => {
    const rows = await db
      .select({ day: dayColumns, host: unit, state: yearPlan.state })
      .from(consultationDay)
      .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
      .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
      .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
      .where(eq(meeting.stage, "planned"))
      .orderBy(asc(meeting.slug));
    if (!canPlan(actor, "plan")) return refuse("notAllowed");
    const found = rows.find(({ day }) => day.month === month);
    if (!found) return refuse("notFound");
    const approvals = await shownApprovals(db, actor, found.day, now);
    const request = approvals.requests.swapHosts;
    return done({
      month,
      year: found.day.year,
      host: unitRef(found.host),
      adopted: found.state === "adopted",
      others: rows
        .filter(({ host }) => host.id !== found.host.id)
        .map(({ day, host }) => ({ month: day.month, host: unitRef(host) })),
      asked: request ? (swappedWith(request.covers) ?? null) : null,
      version: hostsMark(rows.map(({ day }) => day)),
      approvals,
    });
  });
}
