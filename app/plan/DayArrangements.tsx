import { Link } from "@remix-run/react";
import { rulesAddress } from "~/address/plans";
import { instantOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { UnitName } from "~/unit/UnitName";
import { useWhoHas } from "~/unit/useWhoHas";
import { DayKindNote } from "./DayKindNote";
import type { DayPage } from "./showDay.server";

function Streets({ page }: { page: DayPage }) {
  const { t, i18n } = useTranslation();
  const names = page.joining.map((street) => named(street.name, i18n.language));
  return (
    <>
      <UnitName unit={page.host} />
      {names.length > 0 && (
        <p className="muted small">{t("plan.table.joining", { names: names.join(t("ui.filter.and")) })}</p>
      )}
    </>
  );
}

/** Where, when, under whom and by which rules a day is held. */
export function DayArrangements({ page }: { page: DayPage }) {
  const { t, i18n } = useTranslation();
  const whoHas = useWhoHas();
  const { now, chair } = page;
  return (
    <section className="section">
      <h2>{t("plan.day.facts")}</h2>
      <dl className="facts">
        <div>
          <dt>{t("plan.table.host")}</dt>
          <dd>
            <Streets page={page} />
          </dd>
        </div>
        <div>
          <dt>{t("plan.table.date")}</dt>
          <dd>
            <DateText
              value={page.startsAt ? instantOf(page.date, page.startsAt) : page.date}
              now={now}
              withDistance
              withTime
            />{" "}
            <DayKindNote kind={page.kind} />
          </dd>
        </div>
        <div>
          <dt>{t("agenda.planned.term")}</dt>
          <dd>{t("session.minutesCount", { count: page.plannedMinutes })}</dd>
        </div>
        <div>
          <dt>{t("meeting.index.place")}</dt>
          <dd>{page.place || <span className="muted">{t("meeting.index.notSaid")}</span>}</dd>
        </div>
        <div>
          <dt>{t("plan.table.chair")}</dt>
          <dd>{chair && <Person name={whoHas(chair)} post={named(chair.title, i18n.language)} />}</dd>
        </div>
        <div>
          <dt>{t("plan.table.window")}</dt>
          <dd>
            <DateText value={page.windowOpensOn} now={now} /> {t("plan.table.until")}{" "}
            <DateText value={page.windowClosesOn} now={now} />
            <p className="muted small">{t("plan.window.hours", page.windowHours)}</p>
          </dd>
        </div>
        <div>
          <dt>{t("plan.day.agendaBy")}</dt>
          <dd>
            <DateText value={page.agendaApprovedBy} now={now} />
          </dd>
        </div>
        <div>
          <dt>{t("plan.day.rules")}</dt>
          <dd>
            <Link to={rulesAddress(page.rules.version)}>{t("plan.day.rulesVersion", { ...page.rules })}</Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}
