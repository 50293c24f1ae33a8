import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Person } from "~/ui/Person";
import { StateTag } from "~/ui/StateTag";
import type { BlockedPage, BlockedRow } from "./showBlocked.server";

function Hit({ months }: { months: string[] }) {
  const { t, i18n } = useTranslation();
  return months.map((month) => (
    <p key={month}>
      <StateTag tone="warn">{t("planning.blocked.hit")}</StateTag>{" "}
      <Link to={meetingAddress({ slug: month })}>{writtenMonth(month, i18n.language, true)}</Link>
    </p>
  ));
}

/** The days that leaders keep free from today on. */
export function BlockedTable({ page }: { page: BlockedPage }) {
  const { t, i18n } = useTranslation();
  const { now, rows } = page;
  const columns: Column<BlockedRow>[] = [
    {
      key: "who",
      head: t("planning.blocked.who"),
      cell: ({ chair }) => (
        <Person name={chair.holders[0] ?? t("plan.table.vacant")} post={named(chair.title, i18n.language)} />
      ),
    },
    {
      key: "days",
      head: t("planning.calendar.days"),
      cell: ({ fromDay, toDay }) => (
        <>
          <DateText value={fromDay} now={now} /> {t("plan.table.until")} <DateText value={toDay} now={now} />
        </>
      ),
    },
    { key: "reason", head: t("planning.blocked.reason"), cell: ({ reason }) => reason },
    { key: "hit", head: t("planning.blocked.hits"), cell: ({ months }) => <Hit months={months} /> },
    {
      key: "act",
      head: t("planning.blocked.takeAway"),
      headHidden: true,
      width: "tight",
      cell: ({ id }) => (
        <ConfirmButton
          size="small"
          variant="secondary"
          label={t("planning.blocked.takeAway")}
          consequence={<p>{t("planning.blocked.takeAwayText")}</p>}
          hidden={{ id }}
          action=""
          name="intent"
          value="unblock"
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t("planning.blocked.title")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowMarked={(row) => row.months.length > 0}
      empty={<EmptyState title={t("planning.blocked.none")} />}
    />
  );
}
