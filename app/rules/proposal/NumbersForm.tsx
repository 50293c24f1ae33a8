import { type FieldMetadata, getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { type RuleGroup, type RuleInWords, ruleGroups, rulesIn } from "../ruleGroups";
import { numbersForm } from "./proposal";
import type { ProposalPage } from "./showProposal.server";
import "../rules.css";

type Numbers = Record<string, Record<string, number>>;

interface GroupProps {
  name: RuleGroup;
  field: FieldMetadata<Record<string, number>>;
  rules: readonly RuleInWords[];
}

function Group({ name, field, rules }: GroupProps) {
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

/** What the form shows of the numbers. */
const stateOf = ({ version, rules }: ProposalPage) => ({
  version,
  values: Object.fromEntries(
    ruleGroups.flatMap((group) =>
      rulesIn(rules, group).map(({ key, value }) => [`rules.${group}.${key}`, String(value)]),
    ),
  ),
});

/** Changes the numbers of a proposal, group by group. */
export function NumbersForm({ page, answer }: { page: ProposalPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ rules: Numbers }>({
    id: "numbers",
    lastResult: answer?.reply,
    defaultValue: { rules: page.numbers as Numbers },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: numbersForm }) as never,
  });
  const groups = fields.rules.getFieldset();
  const labels = Object.fromEntries(
    ruleGroups.flatMap((group) =>
      rulesIn(page.rules, group).map(({ key, text }) => [`rules.${group}.${key}`, t(text)]),
    ),
  );
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <Meanwhile now={stateOf(page)} labels={labels} answer={answer} />
      <div className="rule-groups">
        {ruleGroups.map((name) => (
          <Group key={name} name={name} field={groups[name]!} rules={rulesIn(page.rules, name)} />
        ))}
      </div>
      <div className="form-actions">
        <Button name="intent" value="numbers">
          {t("rules.proposal.saveNumbers")}
        </Button>
      </div>
    </OnceForm>
  );
}
