import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { coveredBy } from "./covered";
import { answerForm } from "./deviationRequest";
import type { DeviationPage, InPost } from "./showDeviation.server";

/** What is asked for, by whom, of whom, and what was answered. */
export function DeviationFacts({ page }: { page: DeviationPage }) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const inPost = ({ name, unit, title }: InPost) =>
    t("ui.aside", { name, aside: `${named(unit, i18n.language)} ${named(title, i18n.language)}` });
  const written = (day = page.meeting.date) => writtenDay(day, i18n.language);
  const covered = coveredBy(page.occasion, page.covers).map(({ what, day, count }): [string, string] => [
    t("plan.request.covered.title"),
    t(`plan.request.covered.${what}`, { day: written(day), planned: written(), count }),
  ]);
  const facts: [string, React.ReactNode][] = [
    [t("plan.request.meeting"), meetingName(page.meeting)],
    [t("plan.request.what"), t(`plan.request.occasion.${page.occasion}`)],
    ...covered,
    [
      t("plan.request.reason"),
      <span key="reason" className="as-written">
        {page.reason}
      </span>,
    ],
    [
      t("plan.request.asked"),
      <span key="asked">
        {inPost(page.asked)} <DateText value={page.asked.at} now={page.now} withTime />
      </span>,
    ],
    [t("plan.request.approver"), inPost(page.approver)],
  ];
  if (page.answeredAt)
    facts.push([
      t("plan.request.answered"),
      <span key="answer">
        <DateText value={page.answeredAt} now={page.now} withTime />{" "}
        <span className="as-written">{page.answer}</span>
      </span>,
    ]);
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={`${name} ${typeof value === "string" ? value : ""}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Confirms the deviation, or refuses it with a sentence. */
export function AnswerDeviation({ reply }: { reply?: SubmissionResult<string[]> }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "answer",
    lastResult: reply,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: answerForm }),
    shouldRevalidate: "onInput",
  });
  const labels = { decision: t("plan.request.decision"), text: t("plan.request.words") };
  return (
    <section className="section" aria-labelledby="answer-title">
      <h2 id="answer-title">{t("plan.request.answer")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={labels} />
        <p className="muted">{t("plan.request.confirmText")}</p>
        <RadiosField
          field={fields.decision}
          label={labels.decision}
          inline
          options={[
            { value: "confirmed", label: t("plan.request.confirm") },
            { value: "refused", label: t("plan.request.refuse") },
          ]}
        />
        <TextAreaField
          field={fields.text}
          label={labels.text}
          hint={t("plan.request.wordsHint")}
          limit={500}
          rows={2}
          optional
        />
        <div className="form-actions">
          <Button variant="primary">{t("plan.request.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
