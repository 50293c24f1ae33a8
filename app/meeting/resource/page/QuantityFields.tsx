import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { suppliedKinds } from "~/meeting/resource/resource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";

/** The fields that a need and an offer have in common. */
export interface CommonFields {
  kind: FieldMetadata<string>;
  amount: FieldMetadata<string>;
  countedIn: FieldMetadata<string>;
  from: FieldMetadata<string>;
  until: FieldMetadata<string>;
}

/** Kind, amount and days of what is needed or offered. */
export function QuantityFields({ fields, fromHint }: { fields: CommonFields; fromHint: string }) {
  const { t } = useTranslation();
  const { kind } = useAmounts();
  return (
    <>
      <div className="form-grid">
        <SelectField
          field={fields.kind}
          label={t("resource.field.kind")}
          options={suppliedKinds.map((value) => ({ value, label: kind(value) }))}
        />
        <TextField
          field={fields.amount}
          label={t("resource.field.amount")}
          hint={t("resource.hint.amount")}
          size="medium"
          inputMode="text"
          optional={false}
        />
        <TextField
          field={fields.countedIn}
          label={t("resource.field.countedIn")}
          hint={t("resource.hint.countedIn")}
          size="short"
          optional
        />
      </div>
      <div className="form-grid">
        <DateField field={fields.from} label={t("resource.field.from")} hint={fromHint} optional={false} />
        <DateField
          field={fields.until}
          label={t("resource.field.until")}
          hint={t("resource.hint.until")}
          optional
        />
      </div>
    </>
  );
}
