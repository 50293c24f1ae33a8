import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { useNavigation } from "@remix-run/react";
import type { Holder } from "~/access/holder";
import { addDays, dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import type { TaskAct } from "~/task/permission";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { type ActField, actFields, fieldText } from "./actFields";
import { earliestExtension } from "./deadline";
import { actForms } from "./taskForms";

/** What the forms of one task need to know of it. */
export interface ActingOn {
  dueDate: string;
  milestones: readonly { id: string; text: string; due: string; doneAt: string | null }[];
  /** Whom the verification may name as witness; null where none is named. */
  witnesses: readonly Holder[] | null;
  /** The names of the units that verify it and strike it off. */
  verifier: string;
  overseer: string;
  /** The name of the witness who was named and has not answered yet; null where nobody has to. */
  silentWitness: string | null;
}

/** Props of {@link ActForm}. */
export interface ActFormProps {
  act: TaskAct;
  on: ActingOn;
  now: string;
  /** What the action answered, if it was this form that was sent. */
  reply?: SubmissionResult<string[]>;
}

const textLimit = 1000;

/** The form of one act: what follows from it, its fields, and a button that says what it does. */
export function ActForm({ act, on, now, reply }: ActFormProps) {
  const { t, i18n } = useTranslation();
  const { state, formData } = useNavigation();
  const today = dayOf(now);
  const schema = actForms[act];
  const [form, fields] = useForm<Record<ActField, string>>({
    id: act,
    lastResult: reply,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData: data }) => parseWithZod(data, { schema }) as never,
    shouldRevalidate: "onInput",
  });
  const asked = actFields[act].filter((field) => field !== "witness" || on.witnesses !== null);
  const labels = Object.fromEntries(asked.map((field) => [field, t(fieldText(act, field, "label"))]));
  const control = (name: ActField) => {
    const field = fields[name];
    const label = labels[name]!;
    const hint = t(fieldText(act, name, "hint")) || undefined;
    const shared = { field, label, hint };
    switch (name) {
      case "text":
        return <TextAreaField {...shared} limit={textLimit} rows={3} />;
      case "evidence":
        return <TextField {...shared} />;
      case "toDate":
        return <DateField {...shared} min={earliestExtension({ dueDate: on.dueDate, today })} />;
      case "reviewOn":
        return <DateField {...shared} min={addDays(today, 1)} />;
      case "decision":
        return <RadiosField {...shared} inline options={decisions(t)} />;
      case "milestoneId":
        return <SelectField {...shared} options={openMilestones(on, i18n.language)} />;
      case "witness":
        return (
          <SelectField {...shared} wide required optional={false} options={witnesses(on, t, i18n.language)} />
        );
    }
  };
  const busy = state !== "idle" && formData?.get("intent") === act;
  return (
    <OnceForm {...getFormProps(form)} className="act-form stack" preventScrollReset>
      <input type="hidden" name="intent" value={act} />
      <ErrorSummary form={form} labels={labels} />
      <p className="muted small">
        {t(`task.follows.${act}`, { verifier: on.verifier, overseer: on.overseer })}
      </p>
      {act === "strikeOff" && on.silentWitness && (
        <p>{t("task.silentWitness", { name: on.silentWitness })}</p>
      )}
      {asked.map((name) => (
        <div key={name}>{control(name)}</div>
      ))}
      <Button variant="primary" busy={busy}>
        {t(`task.act.${act}`)}
      </Button>
    </OnceForm>
  );
}

function decisions(t: Translate) {
  return [
    { value: "granted", label: t("task.extension.grant") },
    { value: "refused", label: t("task.extension.refuse") },
  ];
}

function openMilestones(on: ActingOn, language: string) {
  return on.milestones
    .filter((step) => !step.doneAt)
    .map((step) => ({ value: step.id, label: `${writtenDay(step.due, language)} ${step.text}` }));
}

function witnesses({ witnesses: choices }: ActingOn, t: Translate, language: string) {
  return (choices ?? []).map(({ id, name, title, unit }) => ({
    value: id,
    label: t("ui.aside", { name, aside: named(title, language) }),
    group: named(unit, language),
  }));
}
