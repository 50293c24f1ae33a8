import { getCollectionProps } from "@conform-to/react";
import { FieldErrors } from "./FieldErrors";
import { describedBy, type FieldProps, OptionalMark } from "./FieldFrame";
import type { Choice } from "./SelectField";

/** Props of a set of choices. */
export interface ChoiceSetProps<Schema> extends FieldProps<Schema> {
  options: readonly Choice[];
  /** Side by side, for a few short words. */
  inline?: boolean;
}

/** Checkboxes or radio buttons under one legend; the fieldset carries the field's id, so the error summary can link to it. */
export function ChoiceSet<Schema>(props: ChoiceSetProps<Schema> & { type: "checkbox" | "radio" }) {
  const { field, label, hint, optional, labelHidden, options, inline, type } = props;
  const values = options.map((option) => option.value);
  const controls = getCollectionProps(field, { type, options: values, ariaAttributes: false });
  return (
    <fieldset
      className="field"
      id={field.id}
      tabIndex={-1}
      data-invalid={field.errors?.length ? "" : undefined}
      aria-describedby={describedBy(field, hint)}
    >
      <legend className={labelHidden ? "visually-hidden" : "field-label"}>
        {label}
        <OptionalMark field={field} optional={optional} />
      </legend>
      {hint && (
        <div className="field-hint" id={field.descriptionId}>
          {hint}
        </div>
      )}
      <div className={inline ? "choices choices-inline" : "choices"}>
        {controls.map(({ key, ...control }, at) => (
          <div className="choice" key={key}>
            <input
              {...control}
              // A set is answered by one of them: "required" on each would ask for all.
              required={type === "radio" ? control.required : undefined}
              disabled={options[at]?.disabled}
              aria-invalid={field.errors?.length ? true : undefined}
              aria-describedby={options[at]?.hint ? `${control.id}-hint` : undefined}
            />
            <label htmlFor={control.id}>{options[at]?.label}</label>
            {options[at]?.hint && (
              <div className="field-hint" id={`${control.id}-hint`}>
                {options[at]?.hint}
              </div>
            )}
          </div>
        ))}
      </div>
      <FieldErrors field={field} />
    </fieldset>
  );
}
