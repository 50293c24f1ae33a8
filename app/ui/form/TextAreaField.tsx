import { getTextareaProps } from "@conform-to/react";
import { type TextareaHTMLAttributes, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { controlState, FieldFrame, type FieldProps } from "./FieldFrame";

type Plain = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "form">;

/** Props of {@link TextAreaField}; whatever else a <textarea> takes goes to it. */
export interface TextAreaFieldProps<Schema> extends FieldProps<Schema>, Plain {
  /** Characters allowed; left out, the form's constraint. Only counted here, refused by the form's rules. */
  limit?: number;
}

function Count({ limit, used }: { limit: number; used: number }) {
  const { t } = useTranslation();
  const left = limit - used;
  const text = left < 0 ? t("ui.field.over", { over: -left }) : t("ui.field.left", { left });
  return (
    <p
      className="field-count"
      data-over={left < 0 ? "" : undefined}
      aria-live={left < limit / 10 ? "polite" : "off"}
    >
      {used === 0 ? t("ui.field.limit", { limit }) : text}
    </p>
  );
}

/** Several lines of text, with what is left of its limit. */
export function TextAreaField<Schema>(props: TextAreaFieldProps<Schema>) {
  const { field, label, hint, optional, labelHidden, wide, limit, className, onChange, ...rest } = props;
  const { key, maxLength, ...control } = getTextareaProps(field, { ariaAttributes: false });
  const [used, setUsed] = useState(String(control.defaultValue ?? "").length);
  const allowed = limit ?? maxLength;
  return (
    <FieldFrame {...{ field, label, hint, optional, labelHidden, wide }}>
      <textarea
        key={key}
        rows={4}
        {...control}
        {...rest}
        className={["input", "input-full", className].filter(Boolean).join(" ")}
        {...controlState(props)}
        onChange={(event) => {
          setUsed(event.currentTarget.value.length);
          onChange?.(event);
        }}
      />
      {allowed !== undefined && <Count limit={allowed} used={used} />}
    </FieldFrame>
  );
}
