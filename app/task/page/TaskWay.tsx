import { meetingAddress } from "~/address/meetings";
import { listAddress, problemAddress } from "~/address/problems";
import { matterAddress } from "~/address/residents";
import { dayOf } from "~/calendar/day";
import { writtenDay, writtenMonth } from "~/calendar/writtenDate";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Trace, type TraceLink } from "~/ui/Trace";
import type { TaskTraceData } from "./taskTrace.server";

/**
 * The chain across the top of a task: the resident's words → list → topic → resolution → task → look-backs → outcome; of
 * one that was taken over, the meeting that the earlier ledger names → task → look-backs.
 */
export function TaskWay({ trace, number }: { trace: TaskTraceData; number: string }) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const { problem, list, meeting, topic, ordinal, takenOver, lookBacks, verified, published } = trace;
  const resolved: TraceLink[] = [
    {
      key: "problem",
      kind: t("task.way.problem"),
      label: problem?.number,
      to: problem ? problemAddress(problem.number) : undefined,
    },
    {
      key: "list",
      kind: t("task.way.list"),
      label: list ? t("task.way.ofMonth", { month: writtenMonth(list.month, i18n.language) }) : undefined,
      to: list?.opens ? listAddress(list.month, list.street) : undefined,
    },
    {
      key: "topic",
      kind: t("task.way.topic"),
      label: meetingName(meeting),
      to: meeting.opens ? `${meetingAddress(meeting, "agenda")}#topic-${topic.id}` : undefined,
    },
    {
      key: "resolution",
      kind: t("task.way.resolution"),
      label: t("task.way.ordinal", { position: ordinal }),
      to: meeting.opens ? `${meetingAddress(meeting, "minutes")}#resolution-${ordinal}` : undefined,
    },
  ];
  const source: TraceLink = {
    key: "source",
    kind: t("task.way.source"),
    label: meetingName(meeting),
    to: meeting.opens ? meetingAddress(meeting) : undefined,
  };
  const links: TraceLink[] = [
    ...(takenOver ? [source] : resolved),
    { key: "task", kind: t("task.way.task"), label: number, here: true },
    ...lookBacks.map((said) => ({
      key: `look-back-${said.meeting.slug}`,
      kind: t("task.way.lookBack"),
      label: `${meetingName(said.meeting)} ${t(`task.statement.${said.statement}`)}`,
      to: said.meeting.opens ? `${meetingAddress(said.meeting, "look-back")}?task=${number}` : undefined,
    })),
    ...(verified
      ? [
          {
            key: "verified",
            kind: t("task.way.verified"),
            label: verified.witness
              ? t(`task.way.witness.${verified.witness.state}`, { name: verified.witness.name })
              : writtenDay(dayOf(verified.at), i18n.language),
          },
        ]
      : []),
    ...(takenOver
      ? []
      : [
          {
            key: "outcome",
            kind: t("task.way.outcome"),
            label: published
              ? t(published.withdrawnAt ? "task.way.withdrawn" : "task.way.published")
              : undefined,
            to: published && problem && topic.isPublic ? matterAddress(problem.number) : undefined,
          },
        ]),
  ];
  return <Trace links={links} />;
}
