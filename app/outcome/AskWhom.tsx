import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import "./outcome.css";
import type { PublicUnit } from "./published";

/** The units to ask about a matter and where to find them, each once. */
export function AskWhom({ units }: { units: readonly PublicUnit[] }) {
  const { i18n } = useTranslation();
  const once = units.filter((unit, place) => units.findIndex((other) => other.slug === unit.slug) === place);
  return (
    <dl className="ask">
      {once.map((unit) => (
        <div key={unit.slug}>
          <dt>{named(unit.name, i18n.language)}</dt>
          <dd>{named(unit.contact, i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
