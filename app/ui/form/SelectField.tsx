import { getSelectProps } from "@conform-to/react";
import type { SelectHTMLAttributes } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { controlState, FieldFrame, type FieldProps } from "./FieldFrame";

/** One thing to choose; those with the same `group` stand together under its name. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  group?: string;
  disabled?: boolean;
  /** The key that chooses it, shown beside it; the page listens for it. */
  shortcut?: string;
}

type Plain = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "name" | "form">;

/** Props of {@link SelectField}; whatever else a <select> takes goes to it. */
export interface SelectFieldProps<Schema> extends FieldProps<Schema>, Plain {
  options: readonly Choice[];
  /** The empty choice's words; null leaves it out. */
  blank?: string | null;
}

/** The choices of a <select>, in groups where they have any. */
export function Choices({ options }: { options: readonly Choice[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const inGroup = options
      .filter((option) => option.group === group)
      .map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ));
    if (group === undefined) return inGroup;
    return (
      <optgroup key={group} label={group}>
        {inGroup}
      </optgroup>
    );
  });
}

/** One of several. Up to five are better shown as RadiosField. */
export function SelectField<Schema>(props: SelectFieldProps<Schema>) {
  const { field, label, hint, optional, labelHidden, wide, options, blank, className, ...rest } = props;
  const { t } = useTranslation();
  const { key, ...control } = getSelectProps(field, { ariaAttributes: false });
  return (
    <FieldFrame {...{ field, label, hint, optional, labelHidden, wide }}>
      <select
        key={key}
        {...control}
        {...rest}
        className={["input", "select", className].filter(Boolean).join(" ")}
        {...controlState(props)}
      >
        {blank !== null && !control.multiple && <option value="">{blank ?? t("ui.choose")}</option>}
        <Choices options={options} />
      </select>
    </FieldFrame>
  );
}
