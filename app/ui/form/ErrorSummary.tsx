import type { FormMetadata } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";

/** Props of {@link ErrorSummary}. */
export interface ErrorSummaryProps<Schema extends Record<string, unknown>> {
  form: FormMetadata<Schema>;
  /** Field name → label, where the message alone does not say which field it means. */
  labels?: Record<string, string>;
  /** What is said at another place of the form, by its message key. */
  saidElsewhere?: string;
}

/** Everything that is wrong with a form, above it, each line a link to its field; then what is wrong with the form itself. */
export function ErrorSummary<Schema extends Record<string, unknown>>({
  form,
  labels,
  saidElsewhere,
}: ErrorSummaryProps<Schema>) {
  const { t, hasText } = useTranslation();
  const say = (key: string) => (hasText(key) ? t(key) : key);
  const own = (form.errors ?? []).filter((key) => key !== saidElsewhere);
  const fields = Object.entries(form.allErrors).filter(([name, errors]) => name !== "" && errors?.length);
  if (own.length === 0 && fields.length === 0) return null;
  return (
    <div className="error-summary" id={form.errorId} role="alert" tabIndex={-1}>
      <h2>
        <Shape name="cross" />
        {t("ui.errors.title")}
      </h2>
      <ul>
        {own.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
        {fields.flatMap(([name, errors]) =>
          errors.map((key) => (
            <li key={`${name} ${key}`}>
              <a href={`#${form.id}-${name}`}>
                {labels?.[name] ? t("ui.errors.ofField", { field: labels[name], text: say(key) }) : say(key)}
              </a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
