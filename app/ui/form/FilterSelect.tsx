import { useTranslation } from "~/i18n/useTranslation";
import { PlainSelect } from "./PlainSelect";
import type { Choice } from "./SelectField";

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps {
  name: string;
  label: string;
  value?: string;
  options: readonly Choice[];
}

/** One condition of a FilterSentence's form; empty means all. */
export function FilterSelect({ value, ...props }: FilterSelectProps) {
  const { t } = useTranslation();
  return <PlainSelect {...props} blank={t("ui.filter.all")} defaultValue={value ?? ""} />;
}
