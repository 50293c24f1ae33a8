import type { SheetData } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { addDays } from "~/calendar/day";
import { cleanText } from "~/value/cleanText";
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

/** The ledger as it is shown, as an XLSX file: the same rows, columns and words; days as real dates. */
export async function tasksWorkbook(tasks: readonly ListedTask[], texts: WorkbookTexts): Promise<Buffer> {
  const head = taskColumns.map((column) => ({
    value: texts.head(column),
    fontWeight: "bold" as const,
    wrap: true,
  }));
  const rows = tasks.map((task) => taskColumns.map((column) => cell(column, task, texts)));
  const data: SheetData = [head, ...rows];
  const columns = taskColumns.map((column) => ({ width: widths[column] }));
  return writeExcelFile(data, {
    columns,
    sheet: texts.sheet,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer();
}

function cell(column: TaskColumn, task: ListedTask, texts: WorkbookTexts) {
  const day = days[column];
  if (day) {
    const value = day(task);
    return value
      ? { value: new Date(`${addDays(value, 0)}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" }
      : null;
  }
  if (column === "carried") return task.timesCarriedOver;
  // What was stored before text was cleaned on its way in would make a file that no program opens.
  const value = cleanText(texts.cell(column, task));
  return value ? { value, type: String, wrap: column === "title" || column === "remark" } : null;
}
