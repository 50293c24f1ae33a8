import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { writtenDay } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Words } from "~/ui/Words";

interface Merged {
  number: string;
  title: string;
  originalWording: string;
  summary: string;
  households: number | null;
  wishOn: string | null;
  community: Name;
}

/** What communities raised of the same matter, in their own words; nothing where nobody did. */
export function MergedWords({ merged }: { merged: readonly Merged[] }) {
  const { t, i18n } = useTranslation();
  if (merged.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t("collect.mergedTitle")}</h3>
      <ul className="divided">
        {merged.map((one) => (
          <li key={one.number} className="stack-tight">
            <p className="small">
              <strong>{named(one.community, i18n.language)}</strong>{" "}
              <Link to={problemAddress(one.number)}>
                <span className="num">{one.number}</span> {one.title}
              </Link>
            </p>
            <blockquote className="as-written">
              <Words text={one.originalWording || one.summary} />
            </blockquote>
            {(one.households !== null || one.wishOn) && (
              <p className="small muted cluster">
                {one.households !== null && <span>{t("problem.affects", { count: one.households })}</span>}
                {one.wishOn && (
                  <span>
                    {t("problem.wished")} {writtenDay(one.wishOn, i18n.language)}
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
