import { useTranslation } from "~/i18n/useTranslation";
import { PlainUnitBox } from "./UnitBox";
import type { SluggedUnit } from "./unitMatch";

/** Props of {@link FilterUnit}. */
export interface FilterUnitProps {
  name: string;
  label: string;
  /** The slug of the unit that is asked for. */
  value?: string;
  units: readonly SluggedUnit[];
}

/** The unit in a FilterSentence's form, typed like any other; empty means all. */
export function FilterUnit({ value, units, ...props }: FilterUnitProps) {
  const { t } = useTranslation();
  return (
    <PlainUnitBox
      {...props}
      units={units.map((unit) => ({ ...unit, id: unit.slug }))}
      blank={t("ui.filter.all")}
      defaultValue={value ?? ""}
    />
  );
}
