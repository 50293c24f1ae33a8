import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { Button } from "~/ui/Button";
import { CheckboxesField } from "~/ui/form/CheckboxesField";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, typedOf } from "~/ui/typed";
import { useChoices } from "./DraftTable";
import type { EditPlanDayInput } from "./planForm";
import type { DayPlanPage } from "./showDayPlan.server";

/** Changes the arrangements of one day. */
export function DayPlanForm({
  page,
  reply,
}: {
  page: DayPlanPage;
  reply?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation();
  const { hosts, leaders } = useChoices(page);
  const [form, fields] = useForm<EditPlanDayInput>({
    id: "day-plan",
    lastResult: reply,
    defaultValue: page.values,
    shouldRevalidate: "onInput",
  });
  const request = page.approvals.requests.changeDay;
  const asks = useApprovalLabel(request, page.adopted);
  // A disabled control is not sent; what stays as it is goes along as a hidden one.
  const fixed = page.windowFixed;
  const fixedHint = fixed ? t("plan.edit.fixed") : undefined;
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} />
      <input type="hidden" name="month" value={page.month} />
      <input type="hidden" name="version" value={page.version} />
      {fixed && <input type="hidden" name="hostStreetId" value={page.values.hostStreetId} />}
      <SelectField
        field={fields.hostStreetId}
        label={t("plan.edit.host")}
        hint={fixedHint}
        options={hosts}
        blank={null}
        disabled={fixed}
      />
      {!fixed && (
        <TextField
          field={fields.swapReason}
          label={t("plan.edit.swapReason")}
          hint={t("plan.edit.swapHint")}
          optional
        />
      )}
      <DateField field={fields.date} label={t("plan.edit.date")} />
      <SelectField field={fields.chairPostId} label={t("plan.edit.chair")} options={leaders} blank={null} />
      <DateField
        field={fields.windowOpensOn}
        label={t("plan.edit.opens")}
        hint={fixedHint}
        readOnly={fixed}
      />
      <DateField
        field={fields.windowClosesOn}
        label={t("plan.edit.closes")}
        hint={fixedHint}
        readOnly={fixed}
      />
      <CheckboxesField
        field={fields.joiningStreetIds}
        label={t("plan.edit.joining")}
        options={hosts}
        optional
        inline
      />
      {page.adopted && (
        <TypedProvider value={typedOf(reply)}>
          <ApprovalFields approvals={page.approvals} request={request} hint={t("plan.edit.reasonHint")} />
        </TypedProvider>
      )}
      <div className="form-actions">
        <Button variant="primary">{asks ?? t("plan.edit.submit")}</Button>
      </div>
    </OnceForm>
  );
}
