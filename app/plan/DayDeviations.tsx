import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Timeline } from "~/ui/Timeline";
import type { DayPage } from "./showDay.server";

/** Steps that departed from the plan or the rules, each with its reason and who allowed it. */
export function DayDeviations({ deviations, now }: Pick<DayPage, "deviations" | "now">) {
  const { t, i18n } = useTranslation();
  return (
    <section className="section">
      <h2>{t("plan.day.deviations")}</h2>
      {deviations.length === 0 ? (
        <p className="muted">{t("plan.day.noDeviations")}</p>
      ) : (
        <Timeline
          now={now}
          label={t("plan.day.deviations")}
          entries={deviations.map(({ id, at, step, reason, by }) => ({
            key: id,
            at,
            what: t(`plan.deviation.${step}`),
            who: by
              ? t("plan.day.deviationBy", {
                  post: `${named(by.unit.name, i18n.language)} ${named(by.title, i18n.language)}`,
                })
              : undefined,
            body: <p className="as-written">{reason}</p>,
            tone: "warn" as const,
          }))}
        />
      )}
    </section>
  );
}
