import { getFormProps, useForm } from "@conform-to/react";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import type { NamedUnit } from "../namedUnits.server";
import { unitKinds } from "../unit";
import type { UnitValues } from "./editUnit.server";

interface UnitFormProps {
  streets: readonly NamedUnit[];
  /** Of a unit that is there already; its kind and address stay. */
  values?: UnitValues;
  /** What was answered to it. */
  answer: FormAnswer | undefined;
}

const empty = { kind: "", slug: "", nameZh: "", nameEn: "", shortZh: "", contactZh: "", contactEn: "" };

/** What the form shows of a unit that is there already. */
const stateOf = ({ kind, version, slug: _, code, parent, ...names }: UnitValues) => ({
  version,
  values: { ...names, ...(kind === "street" && { code }), ...(kind === "community" && { parent }) },
});

/** Enters a unit, or changes what is known of it. */
export function UnitForm({ streets, values, answer }: UnitFormProps) {
  const { t, i18n } = useTranslation();
  const [form, fields] = useForm({
    id: "unit",
    lastResult: answer?.reply,
    defaultValue: { code: "", parent: "", ...empty, ...values },
  });
  const label = {
    kind: t("unit.page.kind"),
    slug: t("registry.form.slug"),
    nameZh: t("registry.form.nameZh"),
    nameEn: t("registry.form.nameEn"),
    shortZh: t("unit.page.short"),
    contactZh: t("registry.form.contactZh"),
    contactEn: t("registry.form.contactEn"),
    code: t("unit.page.code"),
    parent: t("registry.form.parent"),
  };
  const kinds = unitKinds.map((kind) => ({ value: kind, label: t(`unit.kind.${kind}`) }));
  const streetChoices = streets.map(({ slug, name }) => ({ value: slug, label: named(name, i18n.language) }));
  const asks = (kind: "street" | "community") => !values || values.kind === kind;
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={label} saidElsewhere="refusal.changedMeanwhile" />
      {values ? (
        <>
          <input type="hidden" name="slug" value={values.slug} />
          <Meanwhile
            now={stateOf(values)}
            labels={label}
            say={(_name, value) => streetChoices.find((one) => one.value === value)?.label ?? value}
            answer={answer}
          />
        </>
      ) : (
        <SelectField field={fields.kind} label={label.kind} options={kinds} />
      )}
      <TextField field={fields.nameZh} label={label.nameZh} />
      <TextField field={fields.nameEn} label={label.nameEn} />
      <TextField field={fields.shortZh} label={label.shortZh} size="medium" />
      {!values && (
        <TextField
          field={fields.slug}
          label={label.slug}
          hint={t("registry.form.slugHint")}
          size="medium"
          autoComplete="off"
        />
      )}
      {asks("street") && (
        <TextField
          field={fields.code}
          label={label.code}
          hint={t("registry.form.codeHint")}
          size="short"
          autoComplete="off"
          optional={!values}
        />
      )}
      {asks("community") && (
        <SelectField
          field={fields.parent}
          label={label.parent}
          hint={t("registry.form.parentHint")}
          options={streetChoices}
          optional={!values}
        />
      )}
      <TextField field={fields.contactZh} label={label.contactZh} optional />
      <TextField field={fields.contactEn} label={label.contactEn} optional />
      <div className="form-actions">
        <Button variant="primary">{t(values ? "registry.form.save" : "registry.form.add")}</Button>
      </div>
    </OnceForm>
  );
}
