import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Words } from "~/ui/Words";
import { decidableStates } from "./decision";
import type { ScreenedView } from "./showScreening.server";

function Card({ card, open }: { card: ScreenedView; open: boolean }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("refusalReasons");
  return (
    <li data-open={open ? "" : undefined}>
      <Link to={`?open=${card.listingId}`} preventScrollReset aria-current={open ? "true" : undefined}>
        <Words text={card.title} />
      </Link>
      <p className="small muted">
        <span className="num">{card.number}</span> {named(card.street, i18n.language)}
        {card.community && ` · ${named(card.community, i18n.language)}`}
      </p>
      {card.decisionCode && <p className="small">{nameOf(card.decisionCode)}</p>}
      {card.sameAs && (
        <p className="small">{t("problem.screening.sameAs", { number: card.sameAs.number })}</p>
      )}
      {card.carries.length > 0 && (
        <p className="small">
          {t("problem.screening.carries", { numbers: card.carries.join(t("ui.filter.and")) })}
        </p>
      )}
    </li>
  );
}

/** Everything that was submitted, in columns by what was decided about it. */
export function ScreeningColumns({ rows, open }: { rows: readonly ScreenedView[]; open: string | null }) {
  const { t } = useTranslation();
  return (
    <nav className="screening-columns" aria-label={t("problem.screening.columns")}>
      {decidableStates.map((state) => {
        const cards = rows.filter((row) => row.state === state);
        return (
          <section key={state} data-empty={cards.length === 0 ? "" : undefined}>
            <h2>
              {t(`problem.state.${state}`)} <span className="num muted">{cards.length}</span>
            </h2>
            <ul className="screening-cards">
              {cards.map((card) => (
                <Card key={card.listingId} card={card} open={card.listingId === open} />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
