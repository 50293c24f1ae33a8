import { Link } from "@remix-run/react";
import { callMeetingAddress, meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import { StageTag } from "~/meeting/conduct/StageTag";
import { kindOf } from "~/meeting/kind/kind";
import { ButtonLink } from "~/ui/ButtonLink";
import { DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { StateTag } from "~/ui/StateTag";
import { shownColumns } from "~/ui/shownColumns";
import { UnitName } from "~/unit/UnitName";
import type { ListedMeeting, MeetingsPage } from "./listMeetings.server";
import { meetingColumns } from "./meetingColumns";

/** Leads to the form for each kind of meeting that the reader may call. */
export function CallLinks({ calls }: Pick<MeetingsPage, "calls">) {
  const { t } = useTranslation();
  return calls.map((kind, at) => (
    <ButtonLink
      key={kind}
      variant={at === 0 ? "primary" : "secondary"}
      to={`${callMeetingAddress}?kind=${kind}`}
    >
      {t("meeting.list.call", { kind: t(`meeting.kind.${kind}`) })}
    </ButtonLink>
  ));
}

/** The meetings of a page, the latest first. */
export function MeetingTable({ page, now }: { page: MeetingsPage; now: string }) {
  const { t, i18n } = useTranslation();
  const columns = shownColumns<ListedMeeting>(meetingColumns(t, i18n.language), {
    number: { width: "tight", cell: (one) => <span className="num">{one.slug}</span> },
    name: { width: "wide" },
    organiser: { cell: (one) => <UnitName unit={one.organiser} /> },
    date: {
      cell: (one) => (
        <>
          <DateText value={one.date} now={now} /> <span className="num">{one.startsAt}</span>
        </>
      ),
    },
    stage: {
      cell: (one) =>
        kindOf(one).isHeldHere ? (
          <StageTag stage={one.stage} />
        ) : (
          <StateTag tone="neutral">{t(`meeting.kind.${one.kind}`)}</StateTag>
        ),
    },
    minutes: {
      cell: (one) =>
        one.minutes && (
          <Link className="num" to={meetingAddress(one, "minutes")}>
            {minutesNumber(one.minutes)}
          </Link>
        ),
    },
  });
  return (
    <DataTable
      caption={t("meeting.list.caption")}
      captionHidden
      columns={columns}
      rows={page.meetings}
      rowKey={(one) => one.slug}
      rowHref={(one) => meetingAddress(one)}
      empty={
        <EmptyState title={t("meeting.list.empty")} action={<CallLinks calls={page.calls} />}>
          <p>{t("meeting.list.emptyText")}</p>
        </EmptyState>
      }
    />
  );
}
