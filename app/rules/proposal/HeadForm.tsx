import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { headForm } from "./proposal";
import type { ProposalPage } from "./showProposal.server";

/** Names the version that is proposed, and the document by which it is to be adopted. */
export function HeadForm({ page, answer }: { page: ProposalPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const values = { title: page.title, documentNumber: page.documentNumber };
  const [form, fields] = useForm<{ title: string; documentNumber: string }>({
    id: "head",
    lastResult: answer?.reply,
    defaultValue: values,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: headForm }) as never,
  });
  const labels = { title: t("plan.rules.name"), documentNumber: t("plan.rules.documentNumber") };
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <Meanwhile now={{ version: page.version, values }} labels={labels} answer={answer} />
      <div className="form-grid">
        <TextField field={fields.title} label={labels.title} size="medium" />
        <TextField
          field={fields.documentNumber}
          label={labels.documentNumber}
          hint={t("plan.adopt.documentHint")}
          size="medium"
        />
      </div>
      <div className="form-actions">
        <Button name="intent" value="head">
          {t("rules.proposal.saveHead")}
        </Button>
      </div>
    </OnceForm>
  );
}
