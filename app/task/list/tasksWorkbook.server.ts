import { addDays } from "~/calendar/day";
import type { Sheet, WorkbookValue } from "~/workbook/workbook";
import { type TaskColumn, taskColumns } from "./taskColumns";
import type { ListedTask } from "./taskRows.server";

/** The words of the file, in the reader's language. */
export interface WorkbookTexts {
  sheet: string;
  head: (column: TaskColumn) => string;
  cell: (column: TaskColumn, task: ListedTask) => string;
}

const widths: Record<TaskColumn, number> = {
  number: 16,
  title: 40,
  lead: 20,
  street: 16,
  state: 16,
  due: 12,
  original: 12,
  meeting: 24,
  carried: 10,
  witness: 16,
  remark: 40,
};

const days: Partial<Record<TaskColumn, (task: ListedTask) => string | null>> = {
  due: (task) => task.dueDate,
  original: (task) => (task.originalDueDate === task.dueDate ? null : task.originalDueDate),
};

const wrapped: readonly TaskColumn[] = ["title", "remark"];

/** The ledger as it is shown, as the sheet of a workbook: the same rows, columns and words; days as real dates. */
export function tasksWorkbook(tasks: readonly ListedTask[], texts: WorkbookTexts): Sheet {
  return {
    name: texts.sheet,
    head: taskColumns.map(texts.head),
    columns: taskColumns.map((column) => ({ width: widths[column], wrap: wrapped.includes(column) })),
    stickyColumns: 1,
    rows: rowsOf(tasks, texts),
  };
}

function* rowsOf(tasks: readonly ListedTask[], texts: WorkbookTexts) {
  for (const task of tasks) yield taskColumns.map((column) => valueIn(column, task, texts));
}

function valueIn(column: TaskColumn, task: ListedTask, texts: WorkbookTexts): WorkbookValue {
  const day = days[column]?.(task);
  if (day) return new Date(`${addDays(day, 0)}T00:00:00Z`);
  if (column === "carried") return task.timesCarriedOver;
  return days[column] ? null : texts.cell(column, task);
}
