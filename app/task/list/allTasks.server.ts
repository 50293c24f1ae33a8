import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { read } from "~db/read";
import { type TaskFilter, writeTaskKey } from "./taskFilter";
import { keyOf, type ListedTask, presentTask, selectTasks, type TaskRow } from "./taskRows.server";

const batch = 500;
const most = 20_000;

/** Everything that the filter lets through, in its order, for a file: at most 20,000 rows. */
export async function allTasks(actor: Actor, filter: TaskFilter, now: string): Promise<ListedTask[]> {
  const today = dayOf(now);
  return read(async (db) => {
    const rules = await rulesToShowBy(db);
    const rows: TaskRow[] = [];
    let next: TaskFilter = { ...filter, after: undefined, before: undefined };
    while (rows.length < most) {
      const page = await selectTasks(db, actor, next, { today, limit: batch });
      rows.push(...page);
      const last = page.at(-1);
      if (!last || page.length < batch) break;
      next = { ...next, after: writeTaskKey(keyOf(last, filter.sort)) };
    }
    return rows.map((row) => presentTask(row, today, rules));
  });
}
