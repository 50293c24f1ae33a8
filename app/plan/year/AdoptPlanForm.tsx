import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import type { ShownApproval, ShownApprovals } from "~/rules/shownApproval";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, typedOf } from "~/ui/typed";
import { adoptPlanForm } from "./planForm";

/** Props of {@link AdoptPlanForm}. */
export interface AdoptPlanFormProps {
  year: number;
  documentNumber: string;
  /** Days of the plan that are not working days. */
  daysOff: string[];
  /** How the departures of its days stand; null where there are none. */
  approvals: { shown: ShownApprovals; request: ShownApproval | undefined } | null;
  reply: SubmissionResult<string[]> | undefined;
}

/** Adopts a drafted plan. */
export function AdoptPlanForm({ year, documentNumber, daysOff, approvals, reply }: AdoptPlanFormProps) {
  const { t, i18n } = useTranslation();
  const [form, fields] = useForm({
    id: "adopt",
    lastResult: reply,
    defaultValue: { documentNumber },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: adoptPlanForm }),
  });
  const asks = useApprovalLabel(approvals?.request, approvals !== null);
  const labels = { documentNumber: t("plan.adopt.documentNumber"), reason: t("plan.adopt.reason") };
  return (
    <section className="section">
      <h2>{t("plan.adopt.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p className="prose">{t("plan.adopt.text")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="adopt" />
        <input type="hidden" name="year" value={year} />
        <TextField
          field={fields.documentNumber}
          label={labels.documentNumber}
          hint={t("plan.adopt.documentHint")}
          size="medium"
        />
        {approvals && (
          <TypedProvider value={typedOf(reply)}>
            <ApprovalFields
              approvals={approvals.shown}
              request={approvals.request}
              hint={
                daysOff.length > 0
                  ? t("plan.adopt.reasonHint", {
                      days: daysOff.map((day) => writtenDay(day, i18n.language)).join(t("ui.filter.and")),
                    })
                  : t("plan.adopt.outOfTurn")
              }
            />
          </TypedProvider>
        )}
        <div className="form-actions">
          <Button variant="primary">{asks ?? t("plan.adopt.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
