import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { AddForm } from "~/problem/list/AddForm";
import type { ListView } from "~/problem/list/showList.server";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { longestReason, newLateForm } from "./lateRequest";

interface LateFormProps {
  view: ListView;
  reply?: SubmissionResult<string[]> | null;
  /** YYYY-MM-DD. */
  today: string;
}

/** A problem that comes after the window has closed, and why. */
export function LateForm(props: LateFormProps) {
  const { t } = useTranslation();
  const label = t("problem.late.reason");
  const asks = {
    schema: newLateForm,
    intent: "askLate",
    label: t("problem.late.ask"),
    labels: { reason: label },
  };
  return (
    <AddForm {...props} asks={asks}>
      {(field) => (
        <TextAreaField
          field={field("reason")}
          label={label}
          hint={t("problem.late.reasonHint")}
          limit={longestReason}
          rows={2}
          optional={false}
        />
      )}
    </AddForm>
  );
}
