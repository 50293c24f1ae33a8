import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";
import type { DayPage } from "./showDay.server";
import "./day.css";

type Stand = NonNullable<DayPage["lists"]>[number];

function StandLine({ stand, month }: { stand: Stand; month: string }) {
  const { t, i18n } = useTranslation();
  const name = named(stand.name, i18n.language);
  if (stand.sent)
    return (
      <li>
        <Link to={`/desk/days/${month}/lists/${stand.slug}`}>{name}</Link>
        <StateTag tone="good">{t("plan.day.sent")}</StateTag>
      </li>
    );
  return (
    <li>
      <span>
        {name}
        {stand.holders.length > 0 && (
          <span className="person-post">
            {t("plan.day.holders", { names: stand.holders.join(t("ui.filter.and")) })}
          </span>
        )}
      </span>
      <StateTag tone="neutral">{t("plan.day.notSent")}</StateTag>
    </li>
  );
}

/** Which streets have sent their list and who is to send those that are missing: for the district's staff. */
export function DayLists({ lists, month }: { lists: readonly Stand[]; month: string }) {
  const { t } = useTranslation();
  const missing = lists.filter((stand) => !stand.sent);
  return (
    <section className="section stack">
      <h2>{t("plan.day.lists")}</h2>
      <ul className="list-stands">
        {[...missing, ...lists.filter((stand) => stand.sent)].map((stand) => (
          <StandLine key={stand.slug} stand={stand} month={month} />
        ))}
      </ul>
      <p className="muted small">{t("plan.day.listsText")}</p>
    </section>
  );
}
