import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { UnitsBox } from "~/unit/typing/UnitBox";
import { ArrangementFields } from "./ArrangementFields";
import type { CallPage } from "./prepareCall.server";
import "./call.css";

/** What the fields hold as they are typed: lists as text, one entry a line. */
type TypedCall = {
  title: string;
  date: string;
  startsAt: string;
  place: string;
  plannedMinutes: string;
  chairPostId: string;
  people: string;
  unitIds: string[];
  agenda: string;
};

/** Props of {@link CallMeetingForm}. */
export interface CallMeetingFormProps {
  page: CallPage;
  reply?: SubmissionResult<string[]> | null;
}

/** Calls a meeting in one go: when and where, who, and what is to be talked about. */
export function CallMeetingForm({ page, reply }: CallMeetingFormProps) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const kind = t(`meeting.kind.${page.kind}`);
  const proposed = t("meeting.proposedTitle", { unit: named(page.organiser, i18n.language), kind });
  const [form, fields] = useForm<TypedCall>({
    id: "call",
    lastResult: reply,
    defaultValue: { ...page.values, title: page.values.title ?? proposed, agenda: "" },
  });
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} />
      <input type="hidden" name="kind" value={page.kind} />
      {page.last && <Notice>{t("meeting.call.asLast", { meeting: meetingName(page.last) })}</Notice>}
      <ArrangementFields fields={fields} posts={page.posts} />
      <TextAreaField
        field={fields.agenda}
        label={t("meeting.call.agenda")}
        hint={t("meeting.call.agendaHint")}
        rows={6}
        optional
      />
      {page.openTasks > 0 && (
        <p className="muted">{t("meeting.call.openTasks", { count: page.openTasks })}</p>
      )}
      <TextAreaField
        field={fields.people}
        label={t("meeting.call.people")}
        hint={t("meeting.call.peopleHint")}
        optional
      />
      <UnitsBox
        field={fields.unitIds}
        label={t("meeting.call.units")}
        hint={t("meeting.call.unitsHint")}
        units={page.units}
        proposed={page.units
          .filter(({ own }) => own)
          .map(({ id }) => ({ id, reason: t("meeting.call.own") }))}
        optional
      />
      <div className="form-actions">
        <Button variant="primary">{t("meeting.call.submit")}</Button>
      </div>
    </OnceForm>
  );
}
