import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import type { ShownLookBack } from "./showLookBack.server";
import { seenTask } from "./statementForm";

type LaterTask = ShownLookBack["tasks"][number];

/** Props of {@link DueLater}. */
export interface DueLaterProps {
  /** Those due later of which nothing was stated yet. */
  tasks: readonly LaterTask[];
  can: ShownLookBack["can"];
  now: string;
}

const callFormId = "call-by-itself";

/** Tasks that are due later and have kept their milestones: one list, noted in one press; any can be called by itself. */
export function DueLater({ tasks, can, now }: DueLaterProps) {
  const { t, i18n } = useTranslation();
  const columns: Column<LaterTask>[] = [
    {
      key: "number",
      head: t("task.column.number"),
      width: "tight",
      cell: (task) => <span className="num">{task.number}</span>,
    },
    { key: "title", head: t("task.column.title"), width: "wide", cell: (task) => task.title },
    { key: "lead", head: t("task.column.lead"), cell: (task) => named(task.lead.name, i18n.language) },
    {
      key: "due",
      head: t("task.column.due"),
      width: "tight",
      cell: (task) => <DateText value={task.dueDate} now={now} />,
    },
    {
      key: "milestones",
      head: t("task.milestone.title"),
      cell: ({ milestones }) =>
        milestones.length > 0 &&
        t("task.lookBack.milestonesKept", {
          done: milestones.filter(({ doneAt }) => doneAt).length,
          count: milestones.length,
        }),
    },
  ];
  if (can.call)
    columns.push({
      key: "call",
      head: t("task.lookBack.callSingly"),
      headHidden: true,
      cell: (task) => (
        <Button size="small" form={callFormId} name="number" value={task.number}>
          {t("task.lookBack.callSingly")}
          <span className="visually-hidden"> {task.number}</span>
        </Button>
      ),
    });
  return (
    <section className="section stack" aria-labelledby="later-title">
      <h2 id="later-title">{t("task.lookBack.laterTitle", { count: tasks.length })}</h2>
      <p>{t("task.lookBack.laterText")}</p>
      <DataTable
        caption={t("task.lookBack.laterTitle", { count: tasks.length })}
        captionHidden
        density="dense"
        columns={columns}
        rows={tasks}
        rowKey={(task) => task.number}
        rowHref={(task) => `?task=${task.number}`}
      />
      {can.call && (
        <OnceForm id={callFormId}>
          <input type="hidden" name="intent" value="call" />
        </OnceForm>
      )}
      {can.state && (
        <OnceForm>
          <input type="hidden" name="intent" value="note" />
          {tasks.map((task) => (
            <input key={task.number} type="hidden" name="seen" value={seenTask(task)} />
          ))}
          <Button variant="primary">{t("task.lookBack.noteLater", { count: tasks.length })}</Button>
        </OnceForm>
      )}
    </section>
  );
}
