import type { Actor } from "~/access/actor";
import { boardOfTasks } from "./boardOfTasks.server";
import { browseTasks } from "./browseTasks.server";
import { milestonesOf } from "./milestonesOf.server";
import type { TaskFilter } from "./taskFilter";
import { taskFilterChoices } from "./taskFilterChoices.server";

/** The ledger as its address asks for it: a page of tasks, with milestones for the timetable, or the board. */
export async function showLedger(actor: Actor, filter: TaskFilter, now: string) {
  const isBoard = filter.view === "board";
  const page = isBoard ? { tasks: [] } : await browseTasks(actor, filter, now);
  return {
    page,
    board: isBoard ? await boardOfTasks(actor, filter, now) : [],
    milestones: filter.view === "timetable" ? await milestonesOf(page.tasks.map((task) => task.id)) : {},
    choices: await taskFilterChoices(actor),
  };
}
