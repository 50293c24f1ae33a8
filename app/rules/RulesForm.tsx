import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { type RuleGroup, type RuleInWords, ruleGroups, rulesIn } from "./ruleGroups";
import { type RuleSet, ruleSetForm } from "./ruleSet";
import "./rules.css";

type Fields = {
  title: string;
  documentNumber: string;
  rules: Record<string, Record<string, number>>;
};

function Group({
  name,
  field,
  rules,
}: {
  name: RuleGroup;
  field: FieldMetadata<Record<string, number>>;
  rules: readonly RuleInWords[];
}) {
  const { t } = useTranslation();
  const inside = field.getFieldset();
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t(`plan.rules.group.${name}`)}</strong>
      </legend>
      {rules.map(({ key, text }) => (
        <TextField
          key={key}
          field={inside[key]!}
          label={t(text)}
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
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ruleSetForm }),
  });
  const groups = fields.rules.getFieldset();
  const ruleLabels = ruleGroups.flatMap((group) =>
    rulesIn(start, group).map(({ key, text }) => [`rules.${group}.${key}`, t(text)]),
  );
  const labels = {
    title: t("plan.rules.name"),
    documentNumber: t("plan.rules.documentNumber"),
    ...Object.fromEntries(ruleLabels),
  };
  return (
    <section className="section">
      <h2>{t("plan.rules.adopt")}</h2>
      <OnceForm {...getFormProps(form)} className="stack">
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
          {ruleGroups.map((name) => (
            <Group key={name} name={name} field={groups[name]!} rules={rulesIn(start, name)} />
          ))}
        </div>
        <div className="form-actions">
          <Button variant="primary">{t("plan.rules.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
