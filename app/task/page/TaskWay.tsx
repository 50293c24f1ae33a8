import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { Trace, type TraceLink } from "~/ui/Trace";
import type { TaskTraceData } from "./taskTrace.server";

/** The chain across the top of a task: the resident's words → list → topic → resolution → task → look-backs → outcome. */
export function TaskWay({ trace, number }: { trace: TaskTraceData; number: string }) {
  const { t, i18n } = useTranslation();
  const month = (name: string) => writtenMonth(name, i18n.language);
  const { problem, list, topic, ordinal, lookBacks, published } = trace;
  const links: TraceLink[] = [
    {
      key: "problem",
      kind: t("task.way.problem"),
      label: problem?.number,
      to: problem ? `/desk/problems/${problem.number}` : undefined,
    },
    {
      key: "list",
      kind: t("task.way.list"),
      label: list ? t("task.way.ofMonth", { month: month(list.month) }) : undefined,
      to: list ? `/desk/days/${list.month}/lists/${list.street}` : undefined,
    },
    {
      key: "topic",
      kind: t("task.way.topic"),
      label: t("task.way.ofMonth", { month: month(trace.month) }),
      to: `/desk/days/${trace.month}/agenda#topic-${topic.id}`,
    },
    {
      key: "resolution",
      kind: t("task.way.resolution"),
      label: t("task.way.ordinal", { position: ordinal }),
      to: `/desk/days/${trace.month}/minutes#resolution-${ordinal}`,
    },
    { key: "task", kind: t("task.way.task"), label: number, here: true },
    ...lookBacks.map((said) => ({
      key: `look-back-${said.month}`,
      kind: t("task.way.lookBack"),
      label: `${month(said.month)} ${t(`task.statement.${said.statement}`)}`,
      to: `/desk/days/${said.month}/look-back?task=${number}`,
    })),
    {
      key: "outcome",
      kind: t("task.way.outcome"),
      label: published ? t(published.withdrawnAt ? "task.way.withdrawn" : "task.way.published") : undefined,
      to: published && problem ? `/matters/${problem.number}` : undefined,
    },
  ];
  return <Trace links={links} />;
}
