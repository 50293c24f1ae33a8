import { and, eq, inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { taskAddress } from "~/address/tasks";
import { resolution, task } from "~db/schema";
import { taskScope } from "./scope.server";

const tasks: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: task.id, number: task.number })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(inArray(task.id, ids), taskScope(reader)));
  return rows.map(({ id, number }) => calledSame(id, number, taskAddress(number)));
};

/** Tasks by their numbers. */
export const taskNames: NameFinders = { task: tasks };
