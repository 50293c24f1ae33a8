import type { SelectHTMLAttributes } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Labelled, type Wording } from "./Labelled";
import { type Choice, Choices } from "./SelectField";
import { usePlainField } from "./usePlainField";

/** Props of {@link PlainSelect}. */
export interface PlainSelectProps
  extends Wording,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "form" | "multiple"> {
  name: string;
  options: readonly Choice[];
  /** The empty choice's words; null leaves it out. */
  blank?: string | null;
}

/** One of several in a form that is checked where it is sent; keeps what was chosen when refused. */
export function PlainSelect(props: PlainSelectProps) {
  const { label, hint, optional, labelHidden, wide, name, options, blank, ...rest } = props;
  const { t } = useTranslation();
  const { frame, control, typed } = usePlainField(name, hint);
  const chosen = typed ?? rest.defaultValue;
  return (
    <Labelled {...frame} {...{ label, hint, labelHidden, wide, optional }}>
      <select
        {...rest}
        {...control}
        className="input select"
        // A new default reaches a <select> that stands already in no other way.
        key={String(chosen)}
        defaultValue={chosen}
      >
        {blank !== null && <option value="">{blank ?? t("ui.choose")}</option>}
        <Choices options={options} />
      </select>
    </Labelled>
  );
}
