import { writtenDay } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { DeviationRequestPage } from "./showDeviationRequest.server";

const labels = {
  date: "plan.edit.date",
  hostStreetId: "plan.edit.host",
  chairPostId: "plan.edit.chair",
  windowOpensOn: "plan.edit.opens",
  windowClosesOn: "plan.edit.closes",
  joiningStreetIds: "plan.edit.joining",
} as const;

/** What a request would change in the plan of its day, as it stands and as it would be. */
export function AskedChanges({ changes }: Pick<DeviationRequestPage, "changes">) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const shown = (values: (string | Name)[]) =>
    values
      .map((value) => (typeof value === "string" ? writtenDay(value, language) : named(value, language)))
      .join(t("plan.request.comma")) || t("plan.request.nobody");
  if (changes.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("plan.request.changes")}</h2>
      <dl className="facts">
        {changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{t(labels[field])}</dt>
            <dd>
              <del>{shown(from)}</del> → <ins>{shown(to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
