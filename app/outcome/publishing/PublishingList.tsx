import { meetingAddress } from "~/address/meetings";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { UnitName } from "~/unit/UnitName";
import type { PublishingLine } from "./listPublishing.server";

/** The issued meetings, with how many of their matters residents read, and how many wait to be looked at. */
export function PublishingList({ lines, now }: { lines: readonly PublishingLine[]; now: string }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const columns: Column<PublishingLine>[] = [
    { key: "meeting", head: t("plan.request.meeting"), cell: (line) => meetingName(line.meeting) },
    { key: "host", head: t("plan.table.host"), cell: (line) => <UnitName unit={line.host} /> },
    {
      key: "date",
      head: t("plan.days.day"),
      cell: (line) => <DateText value={line.meeting.date} now={now} />,
    },
    {
      key: "waiting",
      head: t("outcome.look.waiting"),
      align: "end",
      cell: (line) => (line.waiting > 0 ? <strong className="num">{line.waiting}</strong> : "—"),
    },
    {
      key: "shown",
      head: t("outcome.look.shown"),
      align: "end",
      cell: (line) => <span className="num">{line.shown}</span>,
    },
  ];
  return (
    <DataTable
      caption={t("outcome.look.list")}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(line) => line.meeting.slug}
      rowHref={(line) => meetingAddress(line.meeting, "publish")}
      rowMarked={(line) => line.waiting > 0}
      empty={<EmptyState title={t("outcome.look.noneYet")}>{t("outcome.look.noneYetText")}</EmptyState>}
    />
  );
}
