import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useRef } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { type Statement, statements } from "~/task/statement";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import { statementForm, statementMark } from "./statementForm";

/** Props of {@link LookBackForm}. */
export interface LookBackFormProps {
  number: string;
  /** What may be said of this task; the others are shown and cannot be pressed. */
  possible: readonly Statement[];
  /** The reader had a hand in doing it: somebody else says that it is done. */
  barred: boolean;
  said: { statement: Statement; text: string } | null;
  answer?: FormAnswer;
}

/** The four buttons, with room for words; keys 1 to 4 press them. */
export function LookBackForm({ number, possible, barred, said, ...props }: LookBackFormProps) {
  const { t } = useTranslation();
  const answer = props.answer?.typed?.number === number ? props.answer : undefined;
  const labels = { text: t("task.lookBack.words") };
  const [form, fields] = useForm({
    id: `state-${number}`,
    lastResult: answer?.reply,
    defaultValue: { text: said?.text },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: statementForm }),
  });
  const buttons = useRef<HTMLDivElement>(null);
  const press = (at: number) => () =>
    buttons.current?.querySelectorAll<HTMLButtonElement>("button")[at]?.click();
  useShortcut("1", press(0));
  useShortcut("2", press(1));
  useShortcut("3", press(2));
  useShortcut("4", press(3));
  return (
    <OnceForm {...getFormProps(form)} className="section stack look-back-form">
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
      <TextAreaField
        field={fields.text}
        label={labels.text}
        hint={t("task.lookBack.wordsHint")}
        limit={1000}
        rows={2}
        optional
      />
      {barred && possible.includes("done") ? (
        <p className="muted small">{t("task.lookBack.ownWork")}</p>
      ) : possible.includes("done") ? (
        <p className="muted small">{t("task.lookBack.verified")}</p>
      ) : (
        <p className="muted small">{t("task.lookBack.notVerified")}</p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce four buttons as one field */}
      <div className="look-back-buttons" role="group" aria-label={t("task.lookBack.buttons")} ref={buttons}>
        {statements.map((statement, at) => (
          <Button
            key={statement}
            name="statement"
            value={statement}
            variant={said?.statement === statement ? "primary" : "secondary"}
            aria-pressed={said?.statement === statement}
            disabled={!possible.includes(statement) || (barred && statement === "done")}
            aria-keyshortcuts={String(at + 1)}
          >
            {t(`task.statement.${statement}`)}
          </Button>
        ))}
      </div>
    </OnceForm>
  );
}
