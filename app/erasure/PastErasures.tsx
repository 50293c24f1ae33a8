import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { DateText } from "~/ui/DateText";
import { RemainingPlaces } from "./RemainingPlaces";
import type { PastErasure } from "./showErasure.server";

/** What was erased before: when, on whose request and by which law, from where, and what was not reached. */
export function PastErasures({ past, now }: { past: readonly PastErasure[]; now: string }) {
  const { t, i18n } = useTranslation();
  const nameOf = useErasedPlace();
  if (past.length === 0) return null;
  return (
    <section className="section stack">
      <h2>{t("erasure.past")}</h2>
      <ul className="divided">
        {past.map(({ id, at, by, askedBy, legalBasis, from, remains }) => (
          <li key={id} className="stack-tight">
            <p>
              <DateText value={at} now={now} withTime /> {named(by.unit, i18n.language)}{" "}
              {named(by.title, i18n.language)}
            </p>
            <dl className="facts">
              <div>
                <dt>{t("erasure.askedBy")}</dt>
                <dd>{t(`erasure.asker.${askedBy}`)}</dd>
              </div>
              <div>
                <dt>{t("erasure.legalBasis")}</dt>
                <dd className="as-written">{legalBasis}</dd>
              </div>
              <div>
                <dt>{t("erasure.from")}</dt>
                <dd>{from.map(nameOf).join(t("ledger.comma"))}</dd>
              </div>
            </dl>
            <details>
              <summary>{t("erasure.remaining")}</summary>
              <RemainingPlaces remains={remains} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
