import { getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes } from "react";
import { controlState, FieldFrame, type FieldProps } from "./FieldFrame";

type Plain = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "size" | "id" | "name" | "form">;

/** Props of {@link DateField}; `min` and `max` are "YYYY-MM-DD" (or "YYYY-MM-DDTHH:MM" with `withTime`). */
export interface DateFieldProps<Schema> extends FieldProps<Schema>, Plain {
  withTime?: boolean;
}

/** A day, or a day and a time, by the browser's own picker. */
export function DateField<Schema>(props: DateFieldProps<Schema>) {
  const { field, label, hint, optional, labelHidden, wide, withTime, className, ...rest } = props;
  const type = withTime ? "datetime-local" : "date";
  const { key, ...control } = getInputProps(field, { type, ariaAttributes: false });
  return (
    <FieldFrame {...{ field, label, hint, optional, labelHidden, wide }}>
      <input
        key={key}
        {...control}
        {...rest}
        className={["input", "input-date", className].filter(Boolean).join(" ")}
        {...controlState(props)}
      />
    </FieldFrame>
  );
}
