import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { EmptyState } from "~/ui/EmptyState";
import { cardName } from "./cardName";
import { PaperNav } from "./PaperNav";
import type { PeopleComing, PersonComing } from "./peopleComing.server";
import "./papers.css";

function Face({ person }: { person: PersonComing }) {
  const { i18n } = useTranslation();
  const unit = named(person.unitShort, i18n.language);
  return (
    <div className="card-face">
      {person.name && <p className="card-unit">{unit}</p>}
      <p className={person.name ? "card-name" : "card-name card-of-unit"}>
        {person.name ? cardName(person.name) : unit}
      </p>
    </div>
  );
}

/** Cards for the table, two on a sheet, to be folded: the same on both sides, and where no name is known the unit. */
export function CardsView({ coming: { meeting, people } }: { coming: PeopleComing }) {
  const { t } = useTranslation();
  const unnamed = people.filter(({ name }) => name === "").length;
  return (
    <div className="stack cards-page">
      <PaperNav meeting={meeting} paper="cards" holds />
      <p className="prose no-print">
        {t("papers.cardsText")} {unnamed > 0 && t("papers.cardsUnnamed", { count: unnamed })}
      </p>
      {people.length === 0 && <EmptyState title={t("session.invite.none")} />}
      <ul className="cards">
        {people.map((person) => (
          <li key={person.id} className="card">
            {/* The far side stands upside down, so that it is read once the card is folded. */}
            <div className="card-far" aria-hidden>
              <Face person={person} />
            </div>
            <Face person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
