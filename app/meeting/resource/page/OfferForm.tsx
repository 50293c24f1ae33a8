import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { type SuppliedKind, typedAmount } from "~/meeting/resource/resource";
import { offerForm, offerShown, resourceLimits } from "~/meeting/resource/resourceForm";
import type { ShownNeed, ShownOffer } from "~/meeting/resource/shownResource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { QuantityFields } from "./QuantityFields";

/** Props of {@link OfferForm}. */
export interface OfferFormProps {
  /** The offer that is changed; left out, a new one. */
  offer?: ShownOffer;
  /** The need that it is made to: it begins with what that asks for. */
  need?: ShownNeed;
  answer?: FormAnswer;
}

type Fields = Record<keyof typeof offerForm.shape, string>;

const shown = Object.keys(offerForm.shape) as (keyof Fields)[];

/** What a need asks for, as an offer to it begins. */
function begin(need: ShownNeed, language: string): Partial<Fields> {
  const { kind, countedIn, from, until, lacking, amount } = need;
  const asked = typedAmount({ kind, countedIn, amount: lacking || amount }, language);
  return { kind, countedIn, from, until: until ?? "", amount: asked };
}

/** What a unit offers, of its own or on behalf of an organisation outside the district. */
export function OfferForm({ offer, need, answer }: OfferFormProps) {
  const { t, i18n } = useTranslation();
  const { kind } = useAmounts();
  const [form, fields] = useForm<Fields>({
    id: "offer",
    lastResult: answer?.reply,
    defaultValue: offer ? offerShown(offer, i18n.language) : need && begin(need, i18n.language),
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: offerForm }) as never,
  });
  const labels = Object.fromEntries(shown.map((field) => [field, t(`resource.field.${field}`)]));
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      {offer && (
        <Meanwhile
          now={{ version: offer.version, values: offerShown(offer, i18n.language) }}
          labels={labels}
          say={(field, value) => (field === "kind" ? kind(value as SuppliedKind) : value)}
          answer={answer}
        />
      )}
      <QuantityFields fields={fields} fromHint={t("resource.hint.offerFrom")} />
      <TextAreaField
        field={fields.words}
        label={t("resource.field.words")}
        hint={t("resource.hint.offerWords")}
        limit={resourceLimits.words}
        rows={3}
        optional={false}
      />
      <TextAreaField
        field={fields.conditions}
        label={t("resource.field.conditions")}
        limit={resourceLimits.words}
        rows={2}
        optional
      />
      <div className="form-grid">
        <TextField
          field={fields.behalfOf}
          label={t("resource.field.behalfOf")}
          hint={t("resource.hint.behalfOf")}
          optional
        />
        <TextField
          field={fields.broughtBy}
          label={t("resource.field.broughtBy")}
          hint={t("resource.hint.broughtBy")}
          optional
        />
      </div>
      <div className="form-actions">
        <Button variant="primary" name="intent" value={offer ? "change" : "add"}>
          {t(offer ? "resource.offer.saveChange" : need ? "resource.offer.saveTo" : "resource.offer.save")}
        </Button>
      </div>
    </OnceForm>
  );
}
