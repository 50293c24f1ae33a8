import { getFormProps, useForm } from "@conform-to/react";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { noteLength } from "./correction";
import type { Concern, CorrectionLine, CorrectionsPage } from "./showCorrections.server";

interface Deciding {
  line: CorrectionLine;
  page: CorrectionsPage;
  answer?: FormAnswer;
}

function Which({ line }: { line: CorrectionLine }) {
  return (
    <>
      <input type="hidden" name="proposalId" value={line.id} />
      <input type="hidden" name="version" value={line.version} />
    </>
  );
}

function useConcernWords() {
  const { t } = useTranslation();
  return ({ title, ordinal }: Concern) =>
    ordinal === null
      ? t("correction.concernsTopic", { title })
      : t("correction.concernsResolution", { title, place: ordinal });
}

function AdoptAsNote({ line, page, answer }: Deciding) {
  const { t } = useTranslation();
  const say = useConcernWords();
  const [form, fields] = useForm<{ text: string; concerns: string }>({
    id: `adopt-${line.id}`,
    lastResult: answer?.typed?.intent === "adopt" ? answer.reply : undefined,
    defaultValue: line.draft ?? undefined,
  });
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <TextAreaField
        field={fields.text}
        label={t("correction.noteText")}
        hint={t("correction.noteHint")}
        rows={4}
        limit={noteLength}
        required
      />
      <SelectField
        field={fields.concerns}
        label={t("correction.concerns")}
        blank={t("correction.concernsAll")}
        options={page.concerns.map((one) => ({ value: one.value, label: say(one) }))}
      />
      <div className="form-actions">
        <Which line={line} />
        <ConfirmButton
          variant="primary"
          label={t("correction.adopt")}
          consequence={<p>{t("correction.adoptText")}</p>}
          form={form.id}
          name="intent"
          value="adopt"
        />
      </div>
    </OnceForm>
  );
}

function AdoptLive({ line }: Deciding) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("correction.adoptLive")}
      consequence={<p>{t("correction.adoptLiveText")}</p>}
      action=""
      name="intent"
      value="adopt"
      hidden={{ proposalId: line.id, version: String(line.version) }}
    />
  );
}

function RefuseForm({ line, answer }: Deciding) {
  const { t } = useTranslation();
  const last = answer?.typed?.intent === "refuse" ? answer.reply : undefined;
  const [form, fields] = useForm<{ reason: string }>({ id: `refuse-${line.id}`, lastResult: last });
  return (
    <details className="fold" open={last !== undefined}>
      <summary className="btn btn-secondary">{t("correction.refuse")}</summary>
      <OnceForm {...getFormProps(form)} className="stack fold-body" preventScrollReset>
        <TextAreaField
          field={fields.reason}
          label={t("correction.refuseReason")}
          hint={t("correction.refuseHint")}
          rows={2}
          limit={1_000}
          required
        />
        <div className="form-actions">
          <Which line={line} />
          <Button variant="danger" name="intent" value="refuse">
            {t("correction.refuseSubmit")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}

/** The two decisions on one proposal: adopt it, as a change note or into the open record, or refuse it with a reason. */
export function DecideCorrection({ line, page, answer }: Deciding) {
  const mine = answer?.typed?.proposalId === line.id ? answer : undefined;
  // What is wrong in a field is said at the field.
  const refusal = mine?.refusal?.code === "invalid" ? undefined : mine?.refusal;
  return (
    <div className="stack correction-decide no-print">
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {page.issued ? (
        <AdoptAsNote line={line} page={page} answer={mine} />
      ) : (
        <AdoptLive line={line} page={page} answer={mine} />
      )}
      <RefuseForm line={line} page={page} answer={mine} />
    </div>
  );
}
