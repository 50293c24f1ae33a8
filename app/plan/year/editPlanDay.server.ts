import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { stagesBefore } from "~/meeting/kind/stage";
import { canPlan } from "~/plan/permission";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import { approvalOf, type Departing } from "~/rules/approval.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import type { Queries } from "~db/connect";
import { consultationDay, joiningStreet, meeting, yearPlan } from "~db/schema";
import { type EditPlanDayInput, editPlanDayForm } from "./planForm";
import { areHostsAndChairs, areStreets, hostedMonths, streetsInOrder } from "./planUnits.server";
import { monthsOutOfTurn } from "./rotation";

type Edited = z.output<typeof editPlanDayForm>;

/**
 * Changes a day of a plan before its session opens; host and window only before its window has opened.
 * In an adopted plan the change needs an approval, is recorded as a deviation and told to all concerned; a host out of turn needs a reason of
 * its own (`hostOutOfTurn`). Refuses like `approvalOf`.
 * @returns whether an approval was asked for, and nothing changed yet
 */
export async function editPlanDay(
  actor: Actor,
  input: EditPlanDayInput,
  now: string,
): Promise<Result<{ month: string; asked: boolean }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const parsed = editPlanDayForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const edited = parsed.data;
  const answer = (asked: boolean) => done({ month: edited.month, asked });
  return change(actor, now, async (tx, book) => {
    const found = await loadDay(tx, edited.month);
    if (!found) return refuse("notFound");
    const subject = { kind: "meeting", id: found.day.id };
    if (edited.version !== undefined && edited.version !== found.day.version) return overtaken(tx, subject);
    const refusal = await whyNot(tx, found.day, edited);
    if (refusal) return refusal;
    const approved = found.adopted
      ? await approvalOf(tx, book, actor, changed(found.day, edited), now)
      : undefined;
    // Asked for: the plan stays as it is until that is answered.
    if (approved && (!approved.ok || !approved.value)) return approved.ok ? answer(true) : approved;
    if (!(await writeDay(tx, book, found, edited))) return overtaken(tx, subject);
    if (approved?.value)
      await recordDeviation(tx, book, { step: "planChange", approval: approved.value }, now);
    if (approved?.value && edited.swapReason && edited.hostStreetId !== found.day.hostStreetId)
      await recordDeviation(
        tx,
        book,
        { step: "hostOutOfTurn", approval: approved.value, reason: edited.swapReason },
        now,
      );
    return answer(false);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof loadDay>>>;

const columns = ({ date, hostStreetId, chairPostId, windowOpensOn, windowClosesOn, swapReason }: DayRow) => ({
  date,
  hostStreetId,
  chairPostId,
  windowOpensOn,
  windowClosesOn,
  swapReason,
});

async function writeDay(
  tx: Queries,
  book: Book,
  { day, joining, adopted }: Found,
  edited: Edited,
): Promise<boolean> {
  const after = columns({ ...day, ...edited, swapReason: edited.swapReason ?? null });
  const streets = edited.joiningStreetIds ?? joining;
  const { windowOpensOn, windowClosesOn, swapReason, hostStreetId, date, chairPostId } = after;
  const changed = await tx
    .update(meeting)
    .set({ date, chairPostId, hostUnitId: hostStreetId, version: day.version + 1 })
    .where(and(eq(meeting.id, day.id), eq(meeting.version, day.version)))
    .returning({ id: meeting.id });
  if (changed.length !== 1) return false;
  await tx
    .update(consultationDay)
    .set({ windowOpensOn, windowClosesOn, swapReason })
    .where(eq(consultationDay.meetingId, day.id));
  await replaceJoining(tx, day.id, streets);
  await book({
    verb: "plan.editDay",
    subject: { kind: "meeting", id: day.id },
    before: { ...columns(day), joiningStreetIds: joining },
    after: { ...after, joiningStreetIds: streets },
    told: adopted,
  });
  return true;
}

/** The change as a departure to be approved: all that was typed, so that it is done as it was approved. */
function changed(day: DayRow, edited: Edited): Departing {
  const { reason, approver, version: _version, ...typed } = edited;
  return { meeting: day, occasion: "changeDay", covers: JSON.stringify(typed), reason, approver };
}

async function loadDay(tx: Queries, month: string) {
  const [row] = await tx
    .select({ day: dayColumns, state: yearPlan.state })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
    .where(eq(meeting.slug, month))
    .limit(1);
  if (!row) return undefined;
  const streets = await tx
    .select({ id: joiningStreet.streetId })
    .from(joiningStreet)
    .where(eq(joiningStreet.meetingId, row.day.id));
  return { day: row.day, adopted: row.state === "adopted", joining: streets.map((street) => street.id) };
}

async function whyNot(tx: Queries, day: DayRow, edited: Edited) {
  if (!stagesBefore.includes(day.stage)) return refuse("wrongStage");
  const hostOrWindow = ["hostStreetId", "windowOpensOn", "windowClosesOn"] as const;
  if (day.stage !== "planned" && hostOrWindow.some((key) => day[key] !== edited[key]))
    return refuse("wrongStage");
  if (!(await areHostsAndChairs(tx, [edited]))) return refuse("invalid");
  const joining = edited.joiningStreetIds ?? [];
  if (joining.includes(edited.hostStreetId) || !(await areStreets(tx, joining))) return refuse("invalid");
  const outOfTurn = await isOutOfTurn(tx, day, edited);
  if (edited.hostStreetId === day.hostStreetId) edited.swapReason ??= day.swapReason ?? undefined;
  // The host of a day is asked about once, when it is chosen: later nothing on the page could answer.
  const newHost = edited.hostStreetId !== day.hostStreetId;
  if (outOfTurn && newHost && !edited.swapReason) return refuse("hostOutOfTurn", { field: "swapReason" });
  if (!outOfTurn) edited.swapReason = undefined;
}

async function isOutOfTurn(tx: Queries, day: DayRow, edited: Edited): Promise<boolean> {
  const streets = await streetsInOrder(tx);
  const sameYear = await tx
    .select({ month: meeting.slug, hostStreetId: meeting.hostUnitId })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .where(eq(consultationDay.year, day.year));
  const others = [...(await hostedMonths(tx, day.year)), ...sameYear];
  const earlier = others.filter((other) => other.month !== day.month);
  const streetIds = streets.map((street) => street.id);
  return monthsOutOfTurn(streetIds, earlier, [edited]).length > 0;
}

async function replaceJoining(tx: Queries, dayId: string, streetIds: readonly string[]): Promise<void> {
  await tx.delete(joiningStreet).where(eq(joiningStreet.meetingId, dayId));
  if (streetIds.length > 0)
    await tx.insert(joiningStreet).values(streetIds.map((streetId) => ({ meetingId: dayId, streetId })));
}
