import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { writeMeeting } from "~/meeting/stage/setCancelled.server";
import { canPlan } from "~/plan/permission";
import { type DayRow, dayColumns, selectDays } from "~/problem/consultationDay.server";
import { type Approval, approvalsOf } from "~/rules/approval.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import type { Queries } from "~db/connect";
import { consultationDay, joiningStreet, meeting, yearPlan } from "~db/schema";
import { hostsMark, type SwapInput, swapCovered } from "./swapMonths";

type Swapped = DayRow & { adopted: boolean };

/**
 * Exchanges the hosts, with their places, of two months whose windows have not opened, both or neither. In an adopted plan both changes
 * are approved first; both streets, those who join and the chairs are told. Refuses with `notFound`, `swapWindowOpen`,
 * `swapSameHost`, `reasonNeeded`, `changedMeanwhile`, and like `approvalsOf`.
 * @returns whether an approval was asked for, and nothing changed yet
 */
export async function swapHosts(
  actor: Actor,
  { month, withMonth, reason, approver, version }: SwapInput,
  now: string,
): Promise<Result<{ asked: boolean }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const answer = (asked: boolean) => done({ asked });
  return change(actor, now, async (tx, book) => {
    const one = await loadDay(tx, month);
    const other = await loadDay(tx, withMonth);
    if (!one || !other) return refuse("notFound");
    const begun = [one, other].find(({ stage }) => stage !== "planned");
    if (begun) return refuse("swapWindowOpen", { field: "withMonth", values: { month: begun.month } });
    if (version !== undefined && version !== hostsMark(await plannedDays(tx)))
      return refuse("changedMeanwhile");
    if (one.hostStreetId === other.hostStreetId) return refuse("swapSameHost", { field: "withMonth" });
    const pairs = [
      { day: one, from: other },
      { day: other, from: one },
    ];
    const departing = pairs.filter(({ day }) => day.adopted);
    const approvals = await approvalsOf(
      tx,
      book,
      actor,
      departing.map(({ day, from }) => ({
        ...{ meeting: day, occasion: "swapHosts" as const, covers: swapCovered(from), reason, approver },
      })),
      now,
    );
    // Asked for: both stay as they are until that is answered.
    if (!approvals.ok || !approvals.value) return approvals.ok ? answer(true) : approvals;
    const why = approvals.value[0]?.reason ?? reason;
    if (!why) return refuse("reasonNeeded", { field: "reason" });
    for (const { day, from } of pairs)
      if (!(await takeHost(tx, book, day, from, why))) return refuse("changedMeanwhile");
    await recordAll(tx, book, approvals.value, now);
    return answer(false);
  });
}

async function recordAll(tx: Queries, book: Book, approvals: readonly Approval[], now: string) {
  for (const approval of approvals) await recordDeviation(tx, book, { step: "hostSwap", approval }, now);
}

/** Gives a day the host of another one, and the place, which is the host's; where that street was to join here, the former host joins in its place. */
async function takeHost(
  tx: Queries,
  book: Book,
  day: Swapped,
  from: Swapped,
  reason: string,
): Promise<boolean> {
  const hostStreetId = from.hostStreetId;
  const { place } = from;
  if (!(await writeMeeting(tx, day, { hostUnitId: hostStreetId, place }))) return false;
  await tx.update(consultationDay).set({ swapReason: reason }).where(eq(consultationDay.meetingId, day.id));
  await exchangeJoining(tx, day.id, hostStreetId, day.hostStreetId);
  await book({
    verb: "plan.swapHost",
    subject: { kind: "meeting", id: day.id },
    before: { hostStreetId: day.hostStreetId, place: day.place },
    after: { hostStreetId, place, month: from.month, reason },
    told: true,
  });
  return true;
}

async function exchangeJoining(tx: Queries, dayId: string, host: string, former: string): Promise<void> {
  const joining = await tx.select().from(joiningStreet).where(eq(joiningStreet.meetingId, dayId));
  if (!joining.some(({ streetId }) => streetId === host)) return;
  const kept = joining.map(({ streetId }) => streetId).filter((id) => id !== host && id !== former);
  await tx.delete(joiningStreet).where(eq(joiningStreet.meetingId, dayId));
  await tx
    .insert(joiningStreet)
    .values([...kept, former].map((streetId) => ({ meetingId: dayId, streetId })));
}

/** The months that can be swapped: all whose windows have not opened. */
const plannedDays = (tx: Queries) => selectDays(tx).where(eq(meeting.stage, "planned"));

async function loadDay(tx: Queries, month: string): Promise<Swapped | null> {
  const [row] = await tx
    .select({ day: dayColumns, state: yearPlan.state })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
    .where(eq(meeting.slug, month))
    .limit(1);
  return row ? { ...row.day, adopted: row.state === "adopted" } : null;
}
