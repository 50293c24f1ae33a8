import { getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes } from "react";
import { FieldErrors } from "./FieldErrors";
import { describedBy, type FieldProps } from "./FieldFrame";

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "id" | "name" | "form">;

/** Yes or no. */
export function CheckboxField<Schema>({ field, label, hint, ...rest }: FieldProps<Schema> & Plain) {
  const { optional: _optional, labelHidden: _hidden, ...plain } = rest;
  const { key, ...control } = getInputProps(field, { type: "checkbox", ariaAttributes: false });
  return (
    <div className="field" data-invalid={field.errors?.length ? "" : undefined}>
      <div className="choice">
        <input
          key={key}
          {...control}
          {...plain}
          aria-invalid={field.errors?.length ? true : undefined}
          aria-describedby={describedBy(field, hint)}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint && (
          <div className="field-hint" id={field.descriptionId}>
            {hint}
          </div>
        )}
      </div>
      <FieldErrors field={field} />
    </div>
  );
}
