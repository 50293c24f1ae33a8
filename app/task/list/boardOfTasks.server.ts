import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { type TaskState, taskStates } from "~/task/taskState";
import { read } from "~db/read";
import type { TaskFilter } from "./taskFilter";
import { type ListedTask, presentTask, selectTasks } from "./taskRows.server";

const columnSize = 20;

/** One column of the board: the first tasks of a state, and whether there are more. */
export interface BoardColumn {
  state: TaskState;
  tasks: ListedTask[];
  more: boolean;
}

/** The ledger by state, a column each. Struck-off tasks have one only when they are asked for. */
export async function boardOfTasks(actor: Actor, filter: TaskFilter, now: string): Promise<BoardColumn[]> {
  const today = dayOf(now);
  const states = taskStates.filter((state) =>
    filter.state === "open" ? state !== "struckOff" : filter.state === "all" || filter.state === state,
  );
  return read(async (db) => {
    const rules = await rulesToShowBy(db);
    const columns: BoardColumn[] = [];
    for (const state of states) {
      const page = { today, limit: columnSize + 1 };
      const whole = { ...filter, state, after: undefined, before: undefined };
      const rows = await selectTasks(db, actor, whole, page);
      const tasks = rows.slice(0, columnSize).map((row) => presentTask(row, today, rules));
      columns.push({ state, tasks, more: rows.length > columnSize });
    }
    return columns;
  });
}
