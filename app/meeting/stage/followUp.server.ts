import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { openAmendment } from "~/meeting/conduct/openAmendment.server";
import { organisesMeeting } from "~/meeting/conduct/permission";
import { kindOf } from "~/meeting/kind/kind";
import type { Stage } from "~/meeting/kind/stage";
import { meeting } from "~db/schema";
import { countOpenTasks } from "./countOpenTasks.server";
import { moveStage } from "./moveStage.server";

/**
 * Ends a meeting: those who organise it state that everything decided on it is solved or struck off. Nothing ends by
 * itself; refuses with `tasksOpen` while a task of the day is open, `amendmentOpen` while its minutes are amended.
 */
export async function followUp(actor: Actor, input: { slug: string }, now: string): Promise<Result<Stage>> {
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const [day] = await tx.select().from(meeting).where(eq(meeting.slug, input.slug)).limit(1);
    if (!day) return refuse("notFound");
    if (!organisesMeeting(actor, day))
      return refuse(kindOf(day).seenBy === "officials" ? "notAllowed" : "notFound");
    // Amended minutes may bring new tasks.
    if (await openAmendment(tx, day.id)) return refuse("amendmentOpen");
    const number = await countOpenTasks(tx, day.id);
    if (number > 0) return refuse("tasksOpen", { values: { number } });
    await later(freshness, { kind: "stage", slug: input.slug });
    return moveStage(tx, book, day, "followUp");
  });
}
