import { ChoiceInputs } from "./ChoiceSet";
import { FieldWrong } from "./FieldWrong";
import { LabelledSet, type Wording } from "./Labelled";
import type { Choice } from "./SelectField";
import { usePlainField } from "./usePlainField";

/** Props of {@link PlainRadios}. */
export interface PlainRadiosProps extends Wording {
  name: string;
  options: readonly Choice[];
  defaultValue?: string;
  inline?: boolean;
  /** Why what was sent was not taken. */
  wrong?: string;
}

/** One of a few in a form that is checked where it is sent; keeps what was chosen when refused. */
export function PlainRadios({ name, options, defaultValue, inline, wrong, ...wording }: PlainRadiosProps) {
  const { frame, control, typed, wrongId } = usePlainField(name, wording.hint, wrong);
  const chosen = typed ?? defaultValue;
  return (
    <LabelledSet {...wording} {...frame} describedBy={control["aria-describedby"]}>
      <ChoiceInputs
        {...{ options, inline }}
        input={({ value }) => ({
          type: "radio",
          id: `${frame.id}-${value}`,
          name,
          value,
          defaultChecked: value === chosen,
        })}
      />
      <FieldWrong id={wrongId} wrong={wrong} />
    </LabelledSet>
  );
}
