import { getFormProps, useForm } from "@conform-to/react";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { OnceForm } from "~/ui/OnceForm";
import { ArrangementFields, useArrangementWords } from "./ArrangementFields";
import type { MeetingIndex } from "./showMeeting.server";
import "./call.css";

/** Props of {@link ArrangeMeetingForm}. */
export interface ArrangeMeetingFormProps {
  page: MeetingIndex;
  answer?: FormAnswer;
}

/** Changes when and where a meeting is held, what it is called and who chairs it. */
export function ArrangeMeetingForm({ page, ...props }: ArrangeMeetingFormProps) {
  const { t } = useTranslation();
  const answer = props.answer?.typed?.intent === "arrange" ? props.answer : undefined;
  const { title, date, startsAt, place, plannedMinutes, version } = page.meeting;
  const values = {
    ...{ title, date, startsAt: startsAt ?? "", place },
    plannedMinutes: String(plannedMinutes ?? ""),
    chairPostId: page.chair?.id ?? "",
  };
  const { labels, chairs } = useArrangementWords(page.posts);
  const [form, fields] = useForm({
    id: "arrange",
    lastResult: answer?.reply,
    defaultValue: values,
  });
  return (
    <details className="fold" open={answer !== undefined}>
      <summary className="btn btn-secondary btn-small">{t("meeting.call.edit")}</summary>
      <OnceForm {...getFormProps(form)} className="form fold-body">
        <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
        <Meanwhile
          now={{ version, values }}
          labels={labels}
          say={(_name, value) => chairs.find((one) => one.value === value)?.label ?? value}
          answer={answer}
        />
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
