import type { TextareaHTMLAttributes } from "react";
import { FieldWrong } from "./FieldWrong";
import { Labelled, type Wording } from "./Labelled";
import { usePlainField } from "./usePlainField";

/** Props of {@link PlainTextArea}; not required means optional, unless `optional` says otherwise. */
export interface PlainTextAreaProps
  extends Wording,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "form"> {
  name: string;
  /** Why what was sent was not taken. */
  wrong?: string;
}

/** Several lines of text in a form that is checked where it is sent; keeps what was typed when refused. */
export function PlainTextArea(props: PlainTextAreaProps) {
  const { label, hint, optional, labelHidden, wide, name, wrong, ...rest } = props;
  const { frame, control, typed, wrongId } = usePlainField(name, hint, wrong);
  return (
    <Labelled {...frame} {...{ label, hint, labelHidden, wide }} optional={optional ?? !rest.required}>
      <textarea
        rows={3}
        {...rest}
        {...control}
        className="input input-full"
        aria-invalid={wrong ? true : undefined}
        defaultValue={typed ?? rest.defaultValue}
      />
      <FieldWrong id={wrongId} wrong={wrong} />
    </Labelled>
  );
}
