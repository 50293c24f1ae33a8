import { getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes } from "react";
import { controlState, FieldFrame, type FieldProps } from "./FieldFrame";

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "size" | "id" | "name" | "form">;

/** Props of {@link TextField}; whatever else an <input> takes goes to it. */
export interface TextFieldProps<Schema> extends FieldProps<Schema>, Plain {
  type?: "text" | "email" | "tel" | "url" | "number" | "password" | "search" | "time";
  /** How wide the answer is expected to be. */
  size?: "full" | "medium" | "short";
}

/** One line of text. No maxlength attribute: it would cut off what is pasted without a word. */
export function TextField<Schema>(props: TextFieldProps<Schema>) {
  const {
    field,
    label,
    hint,
    optional,
    labelHidden,
    wide,
    type = "text",
    size = "full",
    className,
    ...rest
  } = props;
  const { key, maxLength, ...control } = getInputProps(field, { type, ariaAttributes: false });
  return (
    <FieldFrame {...{ field, label, hint, optional, labelHidden, wide }}>
      <input
        key={key}
        {...control}
        {...rest}
        className={["input", `input-${size}`, className].filter(Boolean).join(" ")}
        {...controlState(props)}
      />
    </FieldFrame>
  );
}
