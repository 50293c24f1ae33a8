import { meetingsAddress } from "~/address/meetings";
import { taskAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DueMark } from "~/task/DueMark";
import type { ListedTask } from "~/task/list/taskRows.server";
import { TaskStateTag } from "~/task/TaskStateTag";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { StateTag } from "~/ui/StateTag";
import type { EarlierMeeting } from "./showEarlierMeeting.server";

/** The page of a meeting that an earlier ledger names: that it was not held here, and its tasks. */
export function EarlierMeetingView({ page }: { page: EarlierMeeting }) {
  const { t, i18n } = useTranslation();
  const { meeting, documentNumber, tasks, now } = page;
  const columns: Column<ListedTask>[] = [
    {
      key: "number",
      head: t("task.column.number"),
      width: "tight",
      cell: (task) => <span className="num">{task.number}</span>,
    },
    { key: "text", head: t("task.column.title"), width: "wide", cell: (task) => task.title },
    { key: "lead", head: t("task.column.lead"), cell: (task) => named(task.lead.name, i18n.language) },
    { key: "due", head: t("task.column.due"), cell: (task) => <DueMark task={task} now={now} /> },
    {
      key: "state",
      head: t("task.column.state"),
      width: "tight",
      cell: (task) => <TaskStateTag state={task.state} />,
    },
  ];
  return (
    <div className="stack">
      <PageHead
        title={meeting.title}
        number={meeting.number}
        state={<StateTag tone="neutral">{t("meeting.kind.takenOver")}</StateTag>}
        crumbs={[{ label: t("meeting.list.title"), to: meetingsAddress }]}
      />
      <Notice>{t("meeting.earlier.note")}</Notice>
      <dl className="facts">
        <div>
          <dt>{t("meeting.earlier.heldOn")}</dt>
          <dd>
            <DateText value={meeting.date} now={now} />
          </dd>
        </div>
        {documentNumber && (
          <div>
            <dt>{t("meeting.earlier.document")}</dt>
            <dd>{documentNumber}</dd>
          </div>
        )}
      </dl>
      <section className="section">
        <h2>{t("meeting.earlier.tasks")}</h2>
        <DataTable
          caption={t("meeting.earlier.tasks")}
          captionHidden
          columns={columns}
          rows={tasks}
          rowKey={({ number }) => number}
          rowHref={({ number }) => taskAddress(number)}
          rowMarked={({ overdue }) => overdue}
          empty={<EmptyState title={t("meeting.earlier.none")}>{t("meeting.earlier.noneText")}</EmptyState>}
        />
      </section>
    </div>
  );
}
