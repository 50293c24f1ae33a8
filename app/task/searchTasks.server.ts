import { and, desc, eq, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { resolution, task } from "~db/schema";
import { matchesWords } from "~db/search";
import { taskScope } from "./scope.server";

/** Finds tasks that hold all words or have this number, as far as the reader may see them, newest first. */
export async function searchTasks(db: Queries, reader: Actor, words: string, most: number) {
  const matching = await matchesWords(db, "task", task.id, words);
  const numbered = eq(task.number, words.toUpperCase());
  return db
    .select({ number: task.number, text: resolution.text })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(taskScope(reader), matching ? or(matching, numbered) : numbered))
    .orderBy(desc(task.id))
    .limit(most);
}
