import { useTranslation } from "react-i18next";
import { Shape } from "~/ui/Shape";
import type { Check } from "./checklist";
import "./day.css";

/** What is done and what is missing at the station a day is at. */
export function DayChecklist({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <section className="section">
      <h2>{t("plan.day.checklist")}</h2>
      {checks.length === 0 && <p className="muted">{t("plan.day.noChecks")}</p>}
      <ul className="divided" hidden={checks.length === 0}>
        {checks.map(({ key, done, count }) => (
          <li key={key} className="check" data-done={done ? "" : undefined}>
            <Shape name={done ? "check" : "circle"} />
            <span className="check-what">
              {t(`plan.check.${key}`)}
              <span className="visually-hidden">
                {" "}
                ({done ? t("plan.checkState.done") : t("plan.checkState.open")})
              </span>
            </span>
            {count && <span className="num muted">{t("plan.day.have", { ...count })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
