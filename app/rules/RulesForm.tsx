import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { TextField } from "~/ui/TextField";
import type { RuleSet } from "./ruleSet";
import "./rules.css";

type Fields = {
  title: string;
  documentNumber: string;
  rules: Record<string, Record<string, number>>;
};

function Group({
  name,
  field,
  keys,
}: {
  name: string;
  field: FieldMetadata<Record<string, number>>;
  keys: string[];
}) {
  const { t } = useTranslation();
  const inside = field.getFieldset();
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t(`plan.rules.group.${name}`)}</strong>
      </legend>
      {keys.map((key) => (
        <TextField
          key={key}
          field={inside[key]!}
          label={t(`plan.rules.field.${name}.${key}`)}
          type="number"
          step="any"
          size="short"
          inputMode="decimal"
        />
      ))}
    </fieldset>
  );
}

/** Adopts a new version of the rules, starting from those in force. */
export function RulesForm({ start, reply }: { start: RuleSet; reply?: SubmissionResult<string[]> | null }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Fields>({
    id: "rules",
    lastResult: reply,
    defaultValue: { title: "", documentNumber: "", rules: start },
    shouldRevalidate: "onInput",
  });
  const groups = fields.rules.getFieldset();
  const ruleLabels = Object.entries(start).flatMap(([group, values]) =>
    Object.keys(values).map((key) => [`rules.${group}.${key}`, t(`plan.rules.field.${group}.${key}`)]),
  );
  const labels = {
    title: t("plan.rules.name"),
    documentNumber: t("plan.rules.documentNumber"),
    ...Object.fromEntries(ruleLabels),
  };
  return (
    <section className="section">
      <h2>{t("plan.rules.adopt")}</h2>
      <Form method="post" {...getFormProps(form)} className="stack">
        <p className="prose">{t("plan.rules.adoptText")}</p>
        <ErrorSummary form={form} labels={labels} />
        <div className="form-grid">
          <TextField field={fields.title} label={labels.title} size="medium" />
          <TextField
            field={fields.documentNumber}
            label={labels.documentNumber}
            hint={t("plan.adopt.documentHint")}
            size="medium"
          />
        </div>
        <div className="rule-groups">
          {Object.entries(start).map(([name, values]) => (
            <Group key={name} name={name} field={groups[name]!} keys={Object.keys(values)} />
          ))}
        </div>
        <div className="form-actions">
          <Button variant="primary">{t("plan.rules.submit")}</Button>
        </div>
      </Form>
    </section>
  );
}
