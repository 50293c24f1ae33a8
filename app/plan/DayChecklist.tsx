import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";
import type { Check } from "./checklist";
import "./day.css";

function Line({ check }: { check: Check }) {
  const { t, i18n } = useTranslation();
  const { key, done, count, missing = [] } = check;
  const names = missing.map(({ name }) => named(name, i18n.language));
  return (
    <li className="check" data-done={done ? "" : undefined}>
      <Shape name={done ? "check" : "circle"} />
      <span className="check-what">
        {t(`plan.check.${key}`)}
        <span className="visually-hidden">
          {" "}
          ({done ? t("plan.checkState.done") : t("plan.checkState.open")})
        </span>
      </span>
      {count && <span className="num muted">{t("plan.day.have", { ...count })}</span>}
      {names.length > 0 && (
        <span className="check-missing muted small">
          {t("plan.day.missing", { names: names.join(t("ui.filter.and")) })}
        </span>
      )}
    </li>
  );
}

/** What is done and what is missing at the station a day is at. */
export function DayChecklist({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <h2>{t("plan.day.checklist")}</h2>
      {checks.length === 0 ? (
        <p className="muted">{t("plan.day.noChecks")}</p>
      ) : (
        <ul className="divided">
          {checks.map((check) => (
            <Line key={check.key} check={check} />
          ))}
        </ul>
      )}
    </section>
  );
}
