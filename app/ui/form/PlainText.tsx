import type { InputHTMLAttributes } from "react";
import { Labelled, type Wording } from "./Labelled";
import { usePlainField } from "./usePlainField";

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "size" | "id" | "form">;

/** Props of {@link PlainText}; not required means optional, unless `optional` says otherwise. */
export interface PlainTextProps extends Wording, Plain {
  name: string;
  type?: "text" | "date" | "password";
  /** How wide the answer is expected to be; left out, as wide as its column. */
  size?: "full" | "medium" | "short";
}

/** One line of text, or a day, in a form that is checked where it is sent; keeps what was typed when refused. */
export function PlainText(props: PlainTextProps) {
  const { label, hint, optional, labelHidden, wide, name, type = "text", size, ...rest } = props;
  const { frame, control, typed } = usePlainField(name, hint);
  const width = type === "date" ? "date" : size;
  return (
    <Labelled {...frame} {...{ label, hint, labelHidden, wide }} optional={optional ?? !rest.required}>
      <input
        {...rest}
        {...control}
        type={type}
        className={width ? `input input-${width}` : "input"}
        defaultValue={typed ?? rest.defaultValue}
      />
    </Labelled>
  );
}
