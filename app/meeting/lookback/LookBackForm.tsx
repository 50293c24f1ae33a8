import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { type KeyboardEvent, useRef, useState } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import type { Statement, StatementFact } from "~/task/statement";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { StatementButtons } from "./StatementButtons";
import { statementFormAbout, statementMark } from "./statementForm";

/** Props of {@link LookBackForm}. */
export interface LookBackFormProps {
  number: string;
  /** What speaks against a statement. */
  facts: readonly StatementFact[];
  /** The reader had a hand in doing it: somebody else says that it is done. */
  barred: boolean;
  said: { statement: Statement; text: string } | null;
  /** What was found when it was verified, to be read out; null of what is not solved. */
  readOut: string | null;
  /** No other task waits for its statement. */
  isLast: boolean;
  answer?: FormAnswer;
}

/** Enter writes down and goes on; with Shift, and while an input method composes, it is only a new line. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/**
 * The statement on the task that is called, at the foot of the screen: keys 1 to 4 choose it and lead to the sentence,
 * Enter writes both down and goes on to the next task.
 */
export function LookBackForm({ number, facts, barred, said, readOut, isLast, ...props }: LookBackFormProps) {
  const { t } = useTranslation();
  const answer = props.answer?.typed?.number === number ? props.answer : undefined;
  const labels = { text: t("task.lookBack.words"), statement: t("task.lookBack.buttons") };
  const agreed = { statement: "done" as const, text: readOut ?? "" };
  const proposed = said ?? (readOut === null || barred ? { statement: undefined, text: "" } : agreed);
  const [chosen, setChosen] = useState<Statement | undefined>(proposed.statement);
  const against = { facts, barred };
  const [form, fields] = useForm({
    id: `state-${number}`,
    lastResult: answer?.reply,
    defaultValue: { statement: proposed.statement, text: proposed.text },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: statementFormAbout(against) }),
  });
  const box = useRef<HTMLDivElement>(null);
  function choose(statement: Statement, allowed: boolean) {
    setChosen(statement);
    if (allowed) box.current?.querySelector("textarea")?.focus();
  }
  return (
    <OnceForm {...getFormProps(form)} className="look-back-form">
      <input type="hidden" name="intent" value="state" />
      <input type="hidden" name="number" value={number} />
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <Meanwhile
        now={{ version: statementMark(said), values: { text: said?.text ?? "" } }}
        labels={labels}
        answer={answer}
      >
        {said && <p>{t("task.lookBack.saidNow", { statement: t(`task.statement.${said.statement}`) })}</p>}
      </Meanwhile>
      <StatementButtons field={fields.statement} chosen={chosen} against={against} choose={choose} />
      <div className="look-back-said" ref={box}>
        <TextAreaField
          field={fields.text}
          label={labels.text}
          optional={false}
          rows={2}
          maxLength={1000}
          placeholder={t("task.lookBack.wordsHint")}
          onKeyDown={submitOnEnter}
        />
        <Button variant="primary">
          {readOut !== null
            ? t("task.lookBack.agreed")
            : t(isLast ? "task.lookBack.note" : "task.lookBack.noteAndNext")}
          <span className="look-back-key" aria-hidden="true">
            ↵
          </span>
        </Button>
      </div>
    </OnceForm>
  );
}
