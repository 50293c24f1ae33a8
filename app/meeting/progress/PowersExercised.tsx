import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Words } from "~/ui/Words";
import type { ExercisedPower } from "./progress";

/** The powers that were exercised on the spot, counted apart from the tasks; nothing where there were none. */
export function PowersExercised({ powers }: { powers: readonly ExercisedPower[] }) {
  const { t, i18n } = useTranslation();
  if (powers.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("meeting.powers.title", { count: powers.length })}</h2>
      <ol className="stack-tight">
        {powers.map((one) => (
          <li key={one.id}>
            <Words text={one.text} />
            <p className="muted small">
              {t("meeting.powers.line", {
                unit: named(one.unit, i18n.language),
                post: one.post,
                basis: one.basis,
                what: one.power,
                document: one.document,
              })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
