import { getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes } from "react";
import { controlState, FieldFrame, type FieldProps } from "./FieldFrame";

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "size" | "id" | "name" | "form">;

/** One file, or several with `multiple`. Its form needs encType="multipart/form-data". */
export function FileField<Schema>(props: FieldProps<Schema> & Plain) {
  const { field, label, hint, optional, labelHidden, wide, className, ...rest } = props;
  const {
    key,
    defaultValue: _none,
    ...control
  } = getInputProps(field, { type: "file", ariaAttributes: false });
  return (
    <FieldFrame {...{ field, label, hint, optional, labelHidden, wide }}>
      <input
        key={key}
        {...control}
        {...rest}
        className={["input-file", className].filter(Boolean).join(" ")}
        {...controlState(props)}
      />
    </FieldFrame>
  );
}
