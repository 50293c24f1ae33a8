import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { createContext, type KeyboardEvent, useContext, useRef } from "react";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Button, buttonClass } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import { type DecisionProps, DecisionSent, DecisionWords } from "./DecisionForms";
import { type DecisionInput, decisionForm } from "./decision";
import { choiceOf, decisionKeys } from "./screeningKeys";
import type { ScreenedView } from "./showScreening.server";

/** What the decisions choose from: codes of reasons of the rules, and the listings that are like the opened one. */
export const OfferedChoices = createContext<{ reasons: readonly string[]; alike: readonly string[] }>({
  reasons: [],
  alike: [],
});

interface ReasonedProps extends DecisionProps {
  reply?: SubmissionResult<string[]> | null;
}

/** The listings into which one can be merged: those that are like it first. */
function useCarriers(card: ScreenedView, rows: readonly ScreenedView[]) {
  const { alike } = useContext(OfferedChoices);
  const place = (row: ScreenedView) => {
    const at = alike.indexOf(row.listingId);
    return at < 0 ? alike.length : at;
  };
  return rows
    .filter((row) => row.listingId !== card.listingId)
    .filter((row) => row.state === "admitted" || row.state === "submitted")
    .sort((one, other) => place(one) - place(other))
    .map((row) => ({ value: row.listingId, label: `${row.number} ${row.title}` }));
}

function ReasonedFields({ reply, ...props }: ReasonedProps) {
  const { card, rows, decision } = props;
  const { t } = useTranslation();
  const [form, fields] = useForm<DecisionInput>({
    id: `decide-${decision}`,
    lastResult: reply?.initialValue?.decision === decision ? reply : null,
    defaultValue: card.state === decision ? { code: card.decisionCode, text: card.decisionText } : undefined,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: decisionForm }),
  });
  const { nameOf } = useCodeNames("refusalReasons");
  const { reasons } = useContext(OfferedChoices);
  const carriers = useCarriers(card, rows);
  const labels = {
    code: t("problem.screening.reason"),
    sameAs: t("problem.screening.carrier"),
    text: t("problem.screening.why"),
  };
  return (
    <OnceForm {...getFormProps(form)} className="form" preventScrollReset>
      <ErrorSummary form={form} labels={labels} />
      <DecisionSent {...props} />
      {decision === "refused" && (
        <RadiosField
          field={fields.code}
          label={labels.code}
          options={reasons.map((value) => ({ value, label: nameOf(value) }))}
          optional={false}
        />
      )}
      {decision === "merged" && (
        <RadiosField field={fields.sameAs} label={labels.sameAs} options={carriers} optional={false} />
      )}
      <TextAreaField
        field={fields.text}
        label={labels.text}
        hint={t("screening.whyHint")}
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

/** Presses a digit's choice; after a reason the words follow, after a carrier Enter. */
function pick(box: HTMLElement, key: string): boolean {
  const chosen = choiceOf(key, [...box.querySelectorAll<HTMLInputElement>("input[type=radio]")]);
  if (!chosen) return false;
  chosen.click();
  if (chosen.name === "code") box.querySelector("textarea")?.focus();
  return true;
}

/** The keys of an opened decision: a digit chooses, Enter confirms, Escape closes. */
function pressed(event: KeyboardEvent<HTMLDetailsElement>): void {
  const box = event.currentTarget;
  const at = event.target as HTMLElement;
  // An input method is still composing.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const writing = at.matches("textarea");
  if (event.key === "Escape") {
    box.open = false;
    box.querySelector("summary")?.focus();
  } else if (event.key === "Enter") {
    if (event.shiftKey || at.matches("button, summary")) return;
    box.querySelector("form")?.requestSubmit();
  } else if (writing || !pick(box, event.key)) return;
  event.preventDefault();
}

/** A decision that wants a word: its key opens what is to be filled in. */
export function ReasonedDecision(props: ReasonedProps) {
  const { decision, reply } = props;
  const box = useRef<HTMLDetailsElement>(null);
  useShortcut(decisionKeys[decision], () => {
    if (!box.current) return;
    box.current.open = true;
    const chooses = box.current.querySelector("input[type=radio]") !== null;
    box.current.querySelector<HTMLElement>(chooses ? ".screening-act-panel" : "textarea")?.focus();
  });
  const failed = reply?.initialValue?.decision === decision;
  return (
    <details
      className="screening-decision"
      name="decision"
      ref={box}
      open={failed || undefined}
      onKeyDown={pressed}
    >
      <summary className={buttonClass("secondary")}>
        <DecisionWords decision={decision} />
      </summary>
      <div className="screening-act-panel" tabIndex={-1}>
        <ReasonedFields {...props} />
      </div>
    </details>
  );
}
