import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { Button } from "~/ui/Button";
import { CheckboxesField } from "~/ui/form/CheckboxesField";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, typedOf } from "~/ui/typed";
import { isBlocked } from "./chairs";
import { useChoices } from "./DraftTable";
import { type EditPlanDayInput, editPlanDayForm } from "./planForm";
import type { DayPlanPage } from "./showDayPlan.server";

function useLabels() {
  const { t } = useTranslation();
  return {
    hostStreetId: t("plan.edit.host"),
    swapReason: t("plan.edit.swapReason"),
    date: t("plan.edit.date"),
    chairPostId: t("plan.edit.chair"),
    windowOpensOn: t("plan.edit.opens"),
    windowClosesOn: t("plan.edit.closes"),
    joiningStreetIds: t("plan.edit.joining"),
    reason: t("plan.edit.reason"),
  };
}

/** Changes the arrangements of one day. */
export function DayPlanForm({ page, answer }: { page: DayPlanPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const { hosts, leaders } = useChoices(page);
  const labels = useLabels();
  const choices = [...hosts, ...leaders];
  const [form, fields] = useForm<EditPlanDayInput>({
    id: "day-plan",
    lastResult: answer?.reply,
    defaultValue: page.typed ?? page.values,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: editPlanDayForm }),
  });
  const request = page.approvals.requests.changeDay;
  const asks = useApprovalLabel(request, page.adopted);
  // A disabled control is not sent; what stays as it is goes along as a hidden one.
  const fixed = page.windowFixed;
  const fixedHint = fixed ? t("plan.edit.fixed") : undefined;
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="month" value={page.month} />
      <Meanwhile
        now={{ version: page.version, values: page.values }}
        labels={labels}
        say={(_name, value) => choices.find((one) => one.value === value)?.label ?? value}
        answer={answer}
      />
      {fixed && <input type="hidden" name="hostStreetId" value={page.values.hostStreetId} />}
      <SelectField
        field={fields.hostStreetId}
        label={labels.hostStreetId}
        hint={fixedHint}
        options={hosts}
        blank={null}
        disabled={fixed}
      />
      {!fixed && (
        <TextField
          field={fields.swapReason}
          label={labels.swapReason}
          hint={t("plan.edit.swapHint")}
          optional
        />
      )}
      <DateField field={fields.date} label={labels.date} />
      <SelectField field={fields.chairPostId} label={labels.chairPostId} options={leaders} blank={null} />
      {isBlocked(page.blocked, fields.chairPostId.value ?? null, fields.date.value ?? "") && (
        <Notice>{t("planning.blocked.warningText")}</Notice>
      )}
      <DateField
        field={fields.windowOpensOn}
        label={labels.windowOpensOn}
        hint={fixedHint}
        readOnly={fixed}
      />
      <DateField
        field={fields.windowClosesOn}
        label={labels.windowClosesOn}
        hint={fixedHint}
        readOnly={fixed}
      />
      <CheckboxesField
        field={fields.joiningStreetIds}
        label={labels.joiningStreetIds}
        options={hosts}
        optional
        inline
      />
      {page.adopted && (
        <TypedProvider value={typedOf(answer?.reply)}>
          <ApprovalFields approvals={page.approvals} request={request} hint={t("plan.edit.reasonHint")} />
        </TypedProvider>
      )}
      <div className="form-actions">
        <Button variant="primary">{asks ?? t("plan.edit.submit")}</Button>
      </div>
    </OnceForm>
  );
}
