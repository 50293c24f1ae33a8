import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { advanceStage, type Stage, type StageEvent } from "~/meeting/kind/stage";
import { moveStage } from "~/meeting/stage/moveStage.server";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import { approvalOf } from "~/rules/approval.server";
import type { DeviationStep } from "~/rules/deviation";
import { recordDeviation } from "~/rules/recordDeviation.server";
import type { RuleSet } from "~/rules/ruleSet";
import { rulesInForce, rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { consultationDay, meeting, yearPlan } from "~db/schema";
import { canPlan } from "./permission";

/** A move of the window for topics, and what stands in its way. */
export interface WindowMove {
  month: string;
  event: Extract<StageEvent, "openWindow" | "closeWindow" | "reopenWindow">;
  step: DeviationStep;
  reason?: string;
  /** The holding of whoever is named to approve it. */
  approver?: string;
  /** What exactly is approved. */
  covers?: string;
  /** True when this move departs from the plan and so needs an approval. */
  departs: (day: DayRow, rules: RuleSet) => boolean;
  /** The rules by which the day is held from now on. */
  rules?: (tx: Queries, day: DayRow) => Promise<{ ruleSetId: string }>;
  /** The new last day of the window, where the move gives it one. */
  closesOn?: (day: DayRow, rules: RuleSet) => string | undefined;
}

/** What the three verbs of the window share: the office's right, the adopted plan, the reason, the stage. */
export async function moveWindow(actor: Actor, move: WindowMove, now: string): Promise<Result<Stage>> {
  if (!canPlan(actor, "moveWindow")) return refuse("notAllowed");
  return change(actor, now, async (tx, book, later) => {
    await later(freshness, { kind: "stage", slug: move.month });
    return moveWithin(tx, book, actor, move, now);
  });
}

async function moveWithin(tx: Queries, book: Book, actor: Actor, move: WindowMove, now: string) {
  const [found] = await tx
    .select({ day: dayColumns, state: yearPlan.state })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
    .where(eq(meeting.slug, move.month))
    .limit(1);
  if (!found) return refuse("notFound");
  const { day, state } = found;
  if (state !== "adopted") return refuse("planNotAdopted");
  if (!advanceStage(day.stage, move.event)) return refuse("wrongStage");
  const { event: occasion, reason, approver, covers } = move;
  const departing = { meeting: day, occasion, reason, approver, covers };
  const departs = move.departs(day, await rulesForMove(tx, day, move));
  const approved = departs ? await approvalOf(tx, book, actor, departing, now) : undefined;
  if (approved && !approved.ok) return approved;
  // It was asked for; the window stays as it is until that is answered.
  if (approved?.value === null) return done(day.stage);
  const moved = await moveStage(tx, book, day, move.event, await move.rules?.(tx, day));
  const closesOn = moved.ok && move.closesOn?.(day, await rulesOfMeeting(tx, day.id));
  if (closesOn && closesOn !== day.windowClosesOn) await closeWindowOn(tx, book, day, closesOn);
  if (moved.ok && approved?.value)
    await recordDeviation(tx, book, { step: move.step, approval: approved.value }, now);
  return moved;
}

/** The rules that the move makes the day's, or those by which it is held. */
async function rulesForMove(tx: Queries, day: DayRow, { event }: WindowMove): Promise<RuleSet> {
  const inForce = event === "openWindow" ? await rulesInForce(tx) : undefined;
  return inForce?.rules ?? rulesOfMeeting(tx, day.id);
}

async function closeWindowOn(tx: Queries, book: Book, day: DayRow, windowClosesOn: string): Promise<void> {
  await tx.update(consultationDay).set({ windowClosesOn }).where(eq(consultationDay.meetingId, day.id));
  await book({
    verb: "plan.editDay",
    subject: { kind: "meeting", id: day.id },
    before: { windowClosesOn: day.windowClosesOn },
    after: { windowClosesOn },
  });
}
