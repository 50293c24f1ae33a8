import { named } from "~/i18n/language";
import { meetingName } from "~/i18n/meetingName";
import type { Translate } from "~/i18n/textKey";
import type { TaskColumn } from "./taskColumns";
import type { ListedTask } from "./taskRows.server";
import type { WorkbookTexts } from "./tasksWorkbook.server";

/** The words of the exported ledger: the same as on the page. */
export function workbookTexts(t: Translate, language: string): WorkbookTexts {
  const cells: Partial<Record<TaskColumn, (task: ListedTask) => string>> = {
    number: (task) => task.number,
    title: (task) => task.title,
    lead: (task) => named(task.lead.name, language),
    street: (task) => named(task.street.name, language),
    state: (task) => t(`task.state.${task.state}`),
    meeting: (task) => meetingName(task.resolvedAt, t, language),
    witness: (task) => task.witness ?? "",
    remark: (task) => remarks(t, task).join("\n"),
  };
  return {
    sheet: t("task.list.title"),
    head: (column) => t(`task.column.${column}`),
    cell: (column, task) => cells[column]?.(task) ?? "",
  };
}

function remarks(t: Translate, task: ListedTask): string[] {
  const found: string[] = [];
  if (task.overdue) found.push(t("task.due.overdue"));
  if (task.escalated) found.push(t("task.remark.escalated"));
  if (task.blocked) found.push(t("task.remark.blocked", { why: task.blocked }));
  if (task.reworkCount > 0) found.push(t("task.remark.rework", { count: task.reworkCount }));
  return found;
}
