import { type Name, named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";

/** Names units by their ids in the reader's language; empty for one that is not among them. */
export function useUnitNames(units: readonly ({ id: string } & Name)[]): (id: string | null) => string {
  const { i18n } = useTranslation();
  return (id) => {
    const unit = id === null ? undefined : units.find((one) => one.id === id);
    return unit ? named(unit, i18n.language) : "";
  };
}
