import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";

interface FormProps {
  /** The answer to the form that was sent last, whichever it was. */
  answered: SubmissionResult<string[]> | undefined;
}

const replyTo = (intent: string, answered: FormProps["answered"]) =>
  answered?.initialValue?.intent === intent ? answered : undefined;

/** Puts somebody who has an account into a vacant post. */
export function AppointForm({ postId, today, answered }: FormProps & { postId: string; today: string }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "appoint",
    lastResult: replyTo("appoint", answered),
    defaultValue: { account: "", fromDay: today },
  });
  const labels = { account: t("unit.appoint.account"), fromDay: t("unit.appoint.fromDay") };
  return (
    <section className="section">
      <h2>{t("unit.appoint.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="appoint" />
        <input type="hidden" name="postId" value={postId} />
        <TextField field={fields.account} label={labels.account} size="medium" autoComplete="off" />
        <DateField field={fields.fromDay} label={labels.fromDay} />
        <div className="form-actions">
          <Button variant="primary">{t("unit.appoint.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}

/** Makes an account and puts its owner into a vacant post. */
export function NewcomerForm({ postId, today, answered }: FormProps & { postId: string; today: string }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "newcomer",
    lastResult: replyTo("newcomer", answered),
    defaultValue: { name: "", account: "", fromDay: today },
  });
  const labels = {
    name: t("unit.newcomer.name"),
    account: t("unit.appoint.account"),
    fromDay: t("unit.appoint.fromDay"),
  };
  return (
    <section className="section">
      <h2>{t("unit.newcomer.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p>{t("unit.newcomer.text")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="newcomer" />
        <input type="hidden" name="postId" value={postId} />
        <TextField field={fields.name} label={labels.name} size="medium" autoComplete="off" />
        <TextField
          field={fields.account}
          label={labels.account}
          hint={t("unit.newcomer.accountHint")}
          size="medium"
          autoComplete="off"
        />
        <DateField field={fields.fromDay} label={labels.fromDay} />
        <div className="form-actions">
          <Button variant="primary">{t("unit.newcomer.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
