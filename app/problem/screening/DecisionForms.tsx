import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { createContext, useContext, useRef } from "react";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Button, buttonClass } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import { type Decision, type DecisionInput, decisionForm } from "./decision";
import { decisionKeys, nextUndecided } from "./screeningKeys";
import type { ScreenedView } from "./showScreening.server";

/** Reasons for a refusal that the rules of the day offer. */
export const OfferedReasons = createContext<readonly string[]>([]);

type Reply = SubmissionResult<string[]> | null | undefined;

interface DecisionProps {
  card: ScreenedView;
  rows: readonly ScreenedView[];
  decision: Decision;
  reply?: Reply;
}

function Hidden({ card, rows, decision }: DecisionProps) {
  const next = decision === "undecided" ? card.listingId : nextUndecided(rows, card.listingId);
  return (
    <>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="listingId" value={card.listingId} />
      <input type="hidden" name="version" value={card.version} />
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="next" value={next ?? ""} />
    </>
  );
}

function Words({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`problem.screening.act.${decision}`)}
      <kbd>{decisionKeys[decision].toUpperCase()}</kbd>
    </>
  );
}

/** A decision that is taken at once. */
export function PlainDecision(props: DecisionProps & { primary?: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  useShortcut(decisionKeys[props.decision], () => form.current?.requestSubmit());
  return (
    <OnceForm ref={form} preventScrollReset>
      <Hidden {...props} />
      <Button variant={props.primary ? "primary" : "secondary"}>
        <Words decision={props.decision} />
      </Button>
    </OnceForm>
  );
}

function ReasonedFields(props: DecisionProps) {
  const { card, rows, decision, reply } = props;
  const { t } = useTranslation();
  const mine = reply?.initialValue?.decision === decision ? reply : null;
  const [form, fields] = useForm<DecisionInput>({
    id: `decide-${decision}`,
    lastResult: mine,
    defaultValue: card.state === decision ? { code: card.decisionCode, text: card.decisionText } : undefined,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: decisionForm }),
  });
  const { nameOf } = useCodeNames("refusalReasons");
  const reasons = useContext(OfferedReasons).map((value) => ({ value, label: nameOf(value) }));
  const carriers = rows
    .filter(
      (row) => row.listingId !== card.listingId && (row.state === "admitted" || row.state === "submitted"),
    )
    .map((row) => ({ value: row.listingId, label: `${row.number} ${row.title}` }));
  const labels = {
    code: t("problem.screening.reason"),
    sameAs: t("problem.screening.carrier"),
    text: t("problem.screening.why"),
  };
  return (
    <OnceForm {...getFormProps(form)} className="form" preventScrollReset>
      <ErrorSummary form={form} labels={labels} />
      <Hidden {...props} />
      {decision === "refused" && (
        <SelectField field={fields.code} label={labels.code} options={reasons} optional={false} />
      )}
      {decision === "merged" && (
        <SelectField field={fields.sameAs} label={labels.sameAs} options={carriers} optional={false} />
      )}
      <TextAreaField
        field={fields.text}
        label={labels.text}
        hint={t("problem.screening.whyHint")}
        optional={decision === "merged"}
        limit={500}
        rows={2}
      />
      <div className="form-actions">
        <Button variant="primary">{t(`problem.screening.act.${decision}`)}</Button>
      </div>
    </OnceForm>
  );
}

/** A decision that wants a word: its key opens what is to be filled in. */
export function ReasonedDecision(props: DecisionProps) {
  const { decision, reply } = props;
  const box = useRef<HTMLDetailsElement>(null);
  useShortcut(decisionKeys[decision], () => {
    if (!box.current) return;
    box.current.open = true;
    box.current.querySelector<HTMLElement>("select, textarea")?.focus();
  });
  const failed = reply?.initialValue?.decision === decision;
  return (
    <details className="screening-decision" name="decision" ref={box} open={failed || undefined}>
      <summary className={buttonClass("secondary")}>
        <Words decision={decision} />
      </summary>
      <div className="screening-act-panel">
        <ReasonedFields {...props} />
      </div>
    </details>
  );
}
