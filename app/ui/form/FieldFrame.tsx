import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { FieldErrors } from "./FieldErrors";

/** What every field takes. */
export interface FieldProps<Schema> {
  field: FieldMetadata<Schema>;
  label: string;
  hint?: ReactNode;
  /** Marks the field as optional; left out, the form's constraints decide. */
  optional?: boolean;
  /** Keeps the label for screen readers only, where a column head already shows it. */
  labelHidden?: boolean;
}

/** The ids a control is described by, for aria-describedby; undefined when there are none. */
export function describedBy<Schema>(field: FieldMetadata<Schema>, hint: ReactNode): string | undefined {
  const ids = [hint ? field.descriptionId : "", field.errors?.length ? field.errorId : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** "(optional)" after a label. */
export function OptionalMark<Schema>({ field, optional }: Pick<FieldProps<Schema>, "field" | "optional">) {
  const { t } = useTranslation();
  if (!(optional ?? field.required === false)) return null;
  return <span className="field-optional">{t("ui.optional")}</span>;
}

/** Label above, hint under the label, the control, errors under it. */
export function FieldFrame<Schema>(props: FieldProps<Schema> & { children: ReactNode }) {
  const { field, label, hint, optional, labelHidden, children } = props;
  return (
    <div className="field" data-invalid={field.errors?.length ? "" : undefined}>
      <label className={labelHidden ? "visually-hidden" : "field-label"} htmlFor={field.id}>
        {label}
        <OptionalMark field={field} optional={optional} />
      </label>
      {hint && (
        <div className="field-hint" id={field.descriptionId}>
          {hint}
        </div>
      )}
      {children}
      <FieldErrors field={field} />
    </div>
  );
}
