import { Link } from "@remix-run/react";
import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";

/** A unit in the reader's language, linked to its page. */
export function UnitName({ unit }: { unit: { slug: string; name: Name } }) {
  const { i18n } = useTranslation();
  return (
    <span className="unit">
      <Link to={`/desk/units/${unit.slug}`}>{named(unit.name, i18n.language)}</Link>
    </span>
  );
}
