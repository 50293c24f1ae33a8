import { useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { type Choice, Choices } from "./SelectField";

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps {
  name: string;
  label: string;
  value?: string;
  options: readonly Choice[];
}

/** One condition of a FilterSentence's form; empty means all. */
export function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select className="input select" id={id} name={name} defaultValue={value ?? ""} key={value}>
        <option value="">{t("ui.filter.all")}</option>
        <Choices options={options} />
      </select>
    </div>
  );
}
