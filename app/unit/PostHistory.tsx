import { Link } from "@remix-run/react";
import { accountAddress } from "~/address/accounts";
import { handoverAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { HoldingListed, PostPage } from "./showPost.server";

/** Everybody who held a post, from when to when, and what they handed over. */
export function PostHistory({ page }: { page: PostPage }) {
  const { t } = useTranslation();
  const { now, can } = page;
  const columns: Column<HoldingListed>[] = [
    {
      key: "name",
      head: t("unit.post.name"),
      cell: ({ name, standsIn }) => (standsIn ? t("unit.standIn.named", { name }) : name),
    },
    { key: "from", head: t("unit.post.from"), cell: (held) => <DateText value={held.fromDay} now={now} /> },
    {
      key: "to",
      head: t("unit.post.to"),
      cell: ({ fromDay, toDay, over, standsIn }) => (
        <>
          {toDay && <DateText value={toDay} now={now} />}{" "}
          {fromDay <= page.today && !over && (
            <StateTag tone={standsIn ? "info" : "good"}>
              {t(standsIn ? "unit.standIn.now" : "unit.post.present")}
            </StateTag>
          )}
        </>
      ),
    },
  ];
  if (can.appoint)
    columns.push({
      key: "account",
      head: t("unit.post.account"),
      cell: ({ account }) => account && <Link to={accountAddress(account.personId)}>{account.account}</Link>,
    });
  if (can.readHandover)
    columns.push({
      key: "handover",
      head: t("unit.post.handover"),
      width: "wide",
      cell: (held) =>
        held.handover && (
          <>
            <span className="as-written">{held.handover}</span>{" "}
            <Link to={handoverAddress(held.id)}>
              {t("unit.post.handoverItems")}
              <span className="visually-hidden"> {held.name}</span>
            </Link>
          </>
        ),
    });
  return (
    <section className="section stack">
      <h2>{t("unit.post.history")}</h2>
      <DataTable
        caption={t("unit.post.history")}
        captionHidden
        columns={columns}
        rows={page.holdings}
        rowKey={(held) => held.id}
        empty={<p className="muted">{t("unit.post.vacant")}</p>}
      />
    </section>
  );
}
