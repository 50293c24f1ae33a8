import { and, eq, inArray } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Queries } from "~db/connect";
import { holding, post, taskEntry } from "~db/schema";
import { type DoerTie, doerUnits } from "./doer";
import type { TaskEvent } from "./taskState";

/** What only the lead unit does with a task. */
export const doersEvents: readonly TaskEvent[] = [
  "acknowledge",
  "progress",
  "finishMilestone",
  "claimHandled",
  "askExtension",
  "block",
  "unblock",
];

interface DoneTask {
  id: string;
  streetId: string;
  leadUnitId: string;
  assistingUnitIds: readonly string[];
}

/** How a person has a hand in doing a task at an instant, in whatever post; null where they have none. */
export async function doerTieOf(
  db: Queries,
  personId: string,
  task: DoneTask,
  now: string,
): Promise<DoerTie | null> {
  const { byPersonId, taskId, event } = taskEntry;
  const [acted] = await db
    .select({ id: taskEntry.id })
    .from(taskEntry)
    .where(and(eq(byPersonId, personId), eq(taskId, task.id), inArray(event, [...doersEvents])))
    .limit(1);
  if (acted) return "acted";
  const [holds] = await db
    .select({ id: holding.id })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(and(eq(holding.personId, personId), inArray(post.unitId, doerUnits(task)), holdingNow(now)))
    .limit(1);
  return holds ? "holdsPost" : null;
}
