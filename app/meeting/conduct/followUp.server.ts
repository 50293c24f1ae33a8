import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { meeting } from "~db/schema";
import { countOpenTasks } from "./countOpenTasks.server";
import { moveStage } from "./moveStage.server";
import { openAmendment } from "./openAmendment.server";
import type { Stage } from "./stage";

/**
 * Ends a day: the office states that everything decided on it is solved or struck off. Nothing ends by
 * itself; refuses with `tasksOpen` while a task of the day is open, `amendmentOpen` while its minutes are amended.
 */
export async function followUp(actor: Actor, input: { month: string }, now: string): Promise<Result<Stage>> {
  if (!canPlan(actor, "moveWindow")) return refuse("notAllowed");
  const result = await change(actor, now, async (tx, book) => {
    const [day] = await tx.select().from(meeting).where(eq(meeting.slug, input.month)).limit(1);
    if (!day) return refuse("notFound");
    // Amended minutes may bring new tasks.
    if (await openAmendment(tx, day.id)) return refuse("amendmentOpen");
    const number = await countOpenTasks(tx, day.id);
    if (number > 0) return refuse("tasksOpen", { values: { number } });
    return moveStage(tx, book, day, "followUp");
  });
  if (result.ok) await announce({ kind: "stage", month: input.month });
  return result;
}
