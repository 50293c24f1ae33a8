import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";

/** The errors of one field, under it. Errors are message keys. */
export function FieldErrors<Schema>({ field }: { field: FieldMetadata<Schema> }) {
  const { t, hasText } = useTranslation();
  if (!field.errors?.length) return null;
  return (
    <div className="field-errors" id={field.errorId}>
      {field.errors.map((key) => (
        <p key={key}>
          <Shape name="cross" />
          <span className="visually-hidden">{t("ui.errors.error")}</span>
          {hasText(key) ? t(key) : key}
        </p>
      ))}
    </div>
  );
}
