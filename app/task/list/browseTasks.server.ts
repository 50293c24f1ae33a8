import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { read } from "~db/read";
import { type TaskFilter, writeTaskKey } from "./taskFilter";
import { keyOf, type ListedTask, presentTask, selectTasks, type TaskRow } from "./taskRows.server";

const pageSize = 50;

/** A page of the ledger, with the keys to the pages before and after it where there are any. */
export interface TaskPage {
  tasks: ListedTask[];
  before?: string;
  after?: string;
}

/** A page of the ledger of tasks that the actor sees, filtered and sorted; paged by key, never by offset. */
export async function browseTasks(actor: Actor, filter: TaskFilter, now: string): Promise<TaskPage> {
  const today = dayOf(now);
  return read(async (db) => {
    const backwards = filter.before !== undefined;
    const rows = await selectTasks(db, actor, filter, { today, limit: pageSize + 1, backwards });
    const more = rows.length > pageSize;
    const page = rows.slice(0, pageSize);
    if (backwards) page.reverse();
    const rules = await rulesToShowBy(db);
    return { tasks: page.map((row) => presentTask(row, today, rules)), ...keysAround(page, filter, more) };
  });
}

function keysAround(page: TaskRow[], filter: TaskFilter, more: boolean): Pick<TaskPage, "before" | "after"> {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return {};
  const backwards = filter.before !== undefined;
  const startsHere = backwards ? !more : filter.after === undefined;
  const endsHere = !backwards && !more;
  return {
    ...(startsHere ? {} : { before: writeTaskKey(keyOf(first, filter.sort)) }),
    ...(endsHere ? {} : { after: writeTaskKey(keyOf(last, filter.sort)) }),
  };
}
