import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { FeedbackLine } from "../feedback/FeedbackLines";
import { answersForm, feedbackDecisions } from "../feedback/feedback";
import { useRuleName } from "../useRuleName";
import type { ProposalPage } from "./showProposal.server";

type Answer = { feedbackId: string; decision?: string; text: string };

/** What the form begins with. */
const begin = ({ feedback }: ProposalPage): Answer[] =>
  feedback.map(({ id, proposed }) => ({
    feedbackId: id,
    decision: proposed?.decision,
    text: proposed?.text ?? "",
  }));

/** What it shows, as it sends it. */
const stateOf = (page: ProposalPage) => ({
  version: page.version,
  values: Object.fromEntries(
    begin(page).flatMap(({ feedbackId, decision, text }, at) => [
      [`answers[${at}].feedbackId`, feedbackId],
      [`answers[${at}].decision`, decision ?? ""],
      [`answers[${at}].text`, text],
    ]),
  ),
});

/** Answers what was said about rules: whether it is taken up, and why; told to its writer when the version is adopted. */
export function AnswersForm({ page, answer }: { page: ProposalPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  const [form, fields] = useForm<{ answers: Answer[] }>({
    id: "answers",
    lastResult: answer?.reply,
    defaultValue: { answers: begin(page) },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: answersForm }) as never,
  });
  const rows = fields.answers.getFieldList();
  const labels = Object.fromEntries(
    page.feedback.flatMap((_line, at) => [
      [`answers[${at}].feedbackId`, t("rules.proposal.toAnswer")],
      [`answers[${at}].text`, t("rules.proposal.answerWords")],
      [`answers[${at}].decision`, t("rules.proposal.answerDecision")],
    ]),
  );
  const say = (name: string, value: string) => {
    if (name.endsWith(".feedbackId")) return page.feedback.find(({ id }) => id === value)?.text ?? value;
    const decision = feedbackDecisions.find((one) => name.endsWith(".decision") && one === value);
    return decision ? t(`rules.decision.${decision}`) : value;
  };
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <Meanwhile now={stateOf(page)} labels={labels} say={say} answer={answer} />
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
