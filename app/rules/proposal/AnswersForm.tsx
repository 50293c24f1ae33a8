import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { FeedbackLine } from "../feedback/FeedbackLines";
import { answersForm, feedbackDecisions } from "../feedback/feedback";
import { useRuleName } from "../useRuleName";
import type { ProposalPage } from "./showProposal.server";

/** Answers what was said about rules: whether it is taken up, and why; told to its writer when the version is adopted. */
export function AnswersForm({
  page,
  reply,
}: {
  page: ProposalPage;
  reply?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  type Answer = { feedbackId: string; decision?: string; text: string };
  const [form, fields] = useForm<{ answers: Answer[] }>({
    id: "answers",
    lastResult: reply,
    defaultValue: {
      answers: page.feedback.map(({ id, proposed }) => ({
        feedbackId: id,
        decision: proposed?.decision,
        text: proposed?.text ?? "",
      })),
    },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: answersForm }) as never,
  });
  const rows = fields.answers.getFieldList();
  const labels = Object.fromEntries(
    rows.flatMap((_row, at) => [
      [`answers[${at}].text`, t("rules.proposal.answerWords")],
      [`answers[${at}].decision`, t("rules.proposal.answerDecision")],
    ]),
  );
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="version" value={page.version} />
      {page.feedback.map((line, at) => {
        const row = rows[at]?.getFieldset();
        const { label, group } = nameOf(line.rule);
        return (
          <section key={line.id} className="stack-tight rule-answer">
            <h3>
              {label} <span className="small muted">{group}</span>
            </h3>
            <FeedbackLine line={line} now={page.now} />
            {row && (
              <>
                <input type="hidden" name={row.feedbackId.name} value={line.id} />
                <RadiosField
                  field={row.decision}
                  label={t("rules.proposal.answerDecision")}
                  inline
                  options={feedbackDecisions.map((one) => ({
                    value: one,
                    label: t(`rules.decision.${one}`),
                  }))}
                />
                <TextAreaField
                  field={row.text}
                  label={t("rules.proposal.answerWords")}
                  limit={500}
                  rows={2}
                  optional={false}
                />
              </>
            )}
          </section>
        );
      })}
      <div className="form-actions">
        <Button name="intent" value="answers">
          {t("rules.proposal.saveAnswers")}
        </Button>
      </div>
    </OnceForm>
  );
}
