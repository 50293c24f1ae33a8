import { and, eq, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { type Result, refuse } from "~/ledger/result";
import { consultationDay, resolution, task } from "~db/schema";
import { moveStage } from "./moveStage.server";
import { openAmendment } from "./openAmendment.server";
import { canPlan } from "./permission";
import type { Stage } from "./stage";

/**
 * Ends a day: the office states that everything decided on it is solved or struck off. Nothing ends by
 * itself; refuses with `tasksOpen` while a task of the day is open, `amendmentOpen` while its minutes are amended.
 */
export async function followUp(actor: Actor, input: { month: string }, now: string): Promise<Result<Stage>> {
  if (!canPlan(actor, "moveWindow")) return refuse("notAllowed");
  const result = await change(actor, now, async (tx, book) => {
    const [day] = await tx
      .select()
      .from(consultationDay)
      .where(eq(consultationDay.month, input.month))
      .limit(1);
    if (!day) return refuse("notFound");
    // Amended minutes may bring new tasks.
    if (await openAmendment(tx, day.id)) return refuse("amendmentOpen");
    const open = await tx
      .select({ id: task.id })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .where(and(eq(resolution.dayId, day.id), notInArray(task.state, ["solved", "struckOff"])));
    if (open.length > 0) return refuse("tasksOpen", { values: { number: open.length } });
    return moveStage(tx, book, day, "followUp");
  });
  if (result.ok) await announce({ kind: "stage", month: input.month });
  return result;
}
