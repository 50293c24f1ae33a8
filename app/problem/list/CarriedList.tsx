import { Link } from "@remix-run/react";
import { listAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { canBeCarried } from "~/problem/listing";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import type { ListView } from "./showList.server";

function ListLink({ month, street }: { month: string; street: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Link to={listAddress(month, street)}>
      {t("lists.carry.list", { month: writtenMonth(month, i18n.language, true) })}
    </Link>
  );
}

function Carry({ view }: { view: ListView }) {
  const { t, i18n } = useTranslation();
  if (!view.nextMonth) return <Notice>{t("lists.carry.wait")}</Notice>;
  const month = writtenMonth(view.nextMonth, i18n.language, true);
  return (
    <Notice>
      <p>{t("lists.carry.can", { month })}</p>
      <ConfirmButton
        variant="primary"
        label={t("lists.carry.act", { month })}
        consequence={<p>{t("lists.carry.text", { month, count: view.count })}</p>}
        action=""
        name="intent"
        value="carry"
      />
    </Notice>
  );
}

/** To the street: that its list was not sent and can be carried over, where it went, and what came to this one. */
export function CarriedList({ view, now }: { view: ListView; now: string }) {
  const { t } = useTranslation();
  const { carried, day, list, street } = view;
  if (!carried) return null;
  const link = (month: string) => <ListLink key={month} month={month} street={street.slug} />;
  return (
    <>
      {!carried.to && view.count > 0 && canBeCarried(day.stage, list.state) && <Carry view={view} />}
      {carried.to && (
        <p className="muted">
          {t("lists.carry.to")}
          {link(carried.to)} {carried.at && <DateText value={carried.at} now={now} />}
        </p>
      )}
      {carried.from.length > 0 && (
        <p className="muted">
          {t("lists.carry.from")}
          {carried.from.map(link)}
        </p>
      )}
    </>
  );
}
