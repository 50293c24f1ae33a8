import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import type { PostHeld } from "~/unit/postsHeld.server";
import { blockDaysForm } from "./blockedForm";

/** Enters days on which a leader cannot take the chair. */
export function BlockDaysForm({ posts, reply }: { posts: PostHeld[]; reply?: SubmissionResult<string[]> }) {
  const { t, i18n } = useTranslation();
  const [form, fields] = useForm({
    id: "block",
    lastResult: reply,
    defaultValue: { postId: posts[0]?.id },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: blockDaysForm }),
  });
  const labels = {
    postId: t("planning.blocked.who"),
    fromDay: t("planning.calendar.from"),
    toDay: t("planning.calendar.to"),
    reason: t("planning.blocked.reason"),
  };
  const options = posts.map(({ id, title, holders }) => ({
    value: id,
    label: [holders[0], named(title, i18n.language)].filter(Boolean).join(" "),
  }));
  return (
    <section className="section">
      <h2>{t("planning.blocked.enter")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="block" />
        <SelectField field={fields.postId} label={labels.postId} options={options} blank={null} />
        <DateField field={fields.fromDay} label={labels.fromDay} />
        <DateField field={fields.toDay} label={labels.toDay} />
        <TextField
          field={fields.reason}
          label={labels.reason}
          hint={t("planning.blocked.reasonHint")}
          size="medium"
          optional
        />
        <div className="form-actions">
          <Button variant="primary">{t("planning.blocked.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
