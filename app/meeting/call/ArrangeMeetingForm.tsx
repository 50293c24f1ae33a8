import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { OnceForm } from "~/ui/OnceForm";
import { ArrangementFields } from "./ArrangementFields";
import type { MeetingIndex } from "./showMeeting.server";
import "./call.css";

/** Props of {@link ArrangeMeetingForm}. */
export interface ArrangeMeetingFormProps {
  page: MeetingIndex;
  reply?: SubmissionResult<string[]> | null;
}

/** Changes when and where a meeting is held, what it is called and who chairs it. */
export function ArrangeMeetingForm({ page, reply }: ArrangeMeetingFormProps) {
  const { t } = useTranslation();
  const { title, date, startsAt, place, version } = page.meeting;
  const [form, fields] = useForm({
    id: "arrange",
    lastResult: reply,
    defaultValue: { title, date, startsAt, place, chairPostId: page.chair?.id ?? "" },
  });
  return (
    <details className="fold" open={(reply?.error ?? null) !== null}>
      <summary className="btn btn-secondary btn-small">{t("meeting.call.edit")}</summary>
      <OnceForm {...getFormProps(form)} className="form fold-body">
        <ErrorSummary form={form} />
        <input type="hidden" name="version" value={version} />
        <ArrangementFields fields={fields} posts={page.posts} />
        <div className="form-actions">
          <Button name="intent" value="arrange">
            {t("meeting.call.save")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
