import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import type { SuppliedKind } from "~/meeting/resource/resource";
import { needForm, needShown, resourceLimits } from "~/meeting/resource/resourceForm";
import type { ShownNeed } from "~/meeting/resource/shownResource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { QuantityFields } from "./QuantityFields";

/** Props of {@link NeedForm}. */
export interface NeedFormProps {
  /** The need that is changed; left out, a new one. */
  need?: ShownNeed;
  answer?: FormAnswer;
}

const shown = Object.keys(needForm.shape) as (keyof typeof needForm.shape)[];

/** What is needed, as the unit says it whose thing it is. */
export function NeedForm({ need, answer }: NeedFormProps) {
  const { t, i18n } = useTranslation();
  const { kind } = useAmounts();
  const [form, fields] = useForm<Record<keyof typeof needForm.shape, string>>({
    id: "need",
    lastResult: answer?.reply,
    defaultValue: need && needShown(need, i18n.language),
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: needForm }) as never,
  });
  const labels = Object.fromEntries(shown.map((field) => [field, t(`resource.field.${field}`)]));
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      {need && (
        <Meanwhile
          now={{ version: need.version, values: needShown(need, i18n.language) }}
          labels={labels}
          say={(field, value) => (field === "kind" ? kind(value as SuppliedKind) : value)}
          answer={answer}
        />
      )}
      <QuantityFields fields={fields} fromHint={t("resource.hint.needFrom")} />
      <TextAreaField
        field={fields.words}
        label={t("resource.field.words")}
        hint={t("resource.hint.needWords")}
        limit={resourceLimits.words}
        rows={3}
        optional={false}
      />
      <div className="form-actions">
        <Button variant="primary" name="intent" value={need ? "change" : "add"}>
          {t(need ? "resource.need.saveChange" : "resource.need.save")}
        </Button>
      </div>
    </OnceForm>
  );
}
