import { getCollectionProps } from "@conform-to/react";
import type { InputHTMLAttributes } from "react";
import { FieldErrors } from "./FieldErrors";
import { describedBy, type FieldProps, framing, isWrong } from "./FieldFrame";
import { LabelledSet } from "./Labelled";
import type { Choice } from "./SelectField";

/** Props of a set of choices. */
export interface ChoiceSetProps<Schema> extends FieldProps<Schema> {
  options: readonly Choice[];
  /** Side by side, for a few short words. */
  inline?: boolean;
}

/** Props of {@link ChoiceInputs}. */
export interface ChoiceInputsProps {
  options: readonly Choice[];
  inline?: boolean;
  /** What the <input> of a choice takes, its id with it. */
  input: (choice: Choice, at: number) => InputHTMLAttributes<HTMLInputElement>;
}

/** The choices of a set, each a box or button with its label and hint. */
export function ChoiceInputs({ options, inline, input }: ChoiceInputsProps) {
  return (
    <div className={inline ? "choices choices-inline" : "choices"}>
      {options.map((choice, at) => {
        const control = input(choice, at);
        const hintId = choice.hint ? `${control.id}-hint` : undefined;
        return (
          <div className="choice" key={choice.value}>
            <input {...control} disabled={choice.disabled} aria-describedby={hintId} />
            <label htmlFor={control.id}>{choice.label}</label>
            {choice.shortcut && <kbd>{choice.shortcut}</kbd>}
            {choice.hint && (
              <div className="field-hint" id={hintId}>
                {choice.hint}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Checkboxes or radio buttons under one legend; the fieldset carries the field's id, so the error summary can link to it. */
export function ChoiceSet<Schema>(props: ChoiceSetProps<Schema> & { type: "checkbox" | "radio" }) {
  const { field, hint, options, inline, type } = props;
  const values = options.map((option) => option.value);
  const controls = getCollectionProps(field, { type, options: values, ariaAttributes: false });
  return (
    <LabelledSet {...framing(props)} describedBy={describedBy(field, hint)}>
      <ChoiceInputs
        options={options}
        inline={inline}
        input={(_choice, at) => {
          const { key: _key, ...control } = controls[at]!;
          // A set is answered by one of them: "required" on each would ask for all.
          const required = type === "radio" ? control.required : undefined;
          return { ...control, required, "aria-invalid": isWrong(field) || undefined };
        }}
      />
      <FieldErrors field={field} />
    </LabelledSet>
  );
}
