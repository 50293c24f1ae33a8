import type { FieldMetadata } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type PowerLacking, powersLacking } from "~/problem/problem";
import { addProblemForm, limits, type ProblemChange } from "~/problem/problemForm";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { type ProblemClass, problemClasses } from "~/unit/problemClass";
import { UnitBox, UnitsBox } from "~/unit/UnitBox";
import type { ListView } from "./showList.server";

type Fields = { [Field in keyof ProblemChange]?: FieldMetadata<ProblemChange[Field]> };

/** The name of each field, for the summary of what has to be corrected. */
export function useFieldLabels(): Record<string, string> {
  const { t } = useTranslation();
  const fields = Object.keys(addProblemForm.shape) as (keyof typeof addProblemForm.shape)[];
  return Object.fromEntries(fields.map((field) => [field, t(`problem.field.${field}`)]));
}

/** Says what a field of choices holds in words; other fields say it themselves. */
export function useFieldWords(view: ListView) {
  const { t, i18n } = useTranslation();
  const units = [...view.units, ...view.communities];
  return (field: string, value: string): string => {
    if (field === "problemClass") return t(`problem.class.${value as ProblemClass}`);
    if (field === "powerLacking") return t(`problem.power.${value as PowerLacking}`);
    if (!/UnitIds?$|^communityId$/.test(field)) return value;
    const unit = units.find(({ id }) => id === value);
    return unit ? named(unit.name, i18n.language) : value;
  };
}

/** What the street says about a problem: the same fields whether it is new or there already. */
export function ProblemFields({ fields, view }: { fields: Fields; view: ListView }) {
  const { t } = useTranslation();
  const { units, communities } = view;
  const label = (field: keyof Fields) => t(`problem.field.${field}`);
  const classes = problemClasses.map((value) => ({ value, label: t(`problem.class.${value}`) }));
  const powers = powersLacking.map((value) => ({ value, label: t(`problem.power.${value}`) }));
  return (
    <>
      <TextAreaField
        field={fields.summary!}
        label={label("summary")}
        hint={t("problem.hint.summary")}
        limit={limits.summary}
        optional
      />
      <div className="form-grid">
        <SelectField field={fields.problemClass!} label={label("problemClass")} options={classes} />
        <TextField field={fields.place!} label={label("place")} optional />
        {communities.length > 0 && (
          <UnitBox field={fields.communityId!} label={label("communityId")} units={communities} optional />
        )}
      </div>
      <UnitsBox
        field={fields.concernedUnitIds!}
        label={label("concernedUnitIds")}
        hint={t("problem.hint.concernedUnitIds")}
        units={units}
        optional={false}
      />
      <TextAreaField
        field={fields.coordination!}
        label={label("coordination")}
        hint={t("problem.hint.coordination")}
        limit={limits.coordination}
        optional={false}
      />
      <TextAreaField
        field={fields.question!}
        label={label("question")}
        hint={t("problem.hint.question")}
        limit={limits.question}
        optional={false}
      />
      <div className="form-grid">
        <UnitBox field={fields.seesUnitId!} label={label("seesUnitId")} units={units} optional />
        <UnitBox
          field={fields.powerUnitId!}
          label={label("powerUnitId")}
          hint={t("problem.hint.powerUnitId")}
          units={units}
          optional
        />
        <SelectField
          field={fields.powerLacking!}
          label={label("powerLacking")}
          options={powers}
          blank={null}
        />
        <TextField
          field={fields.legalBasis!}
          label={label("legalBasis")}
          hint={t("problem.hint.legalBasis")}
          optional
        />
      </div>
    </>
  );
}
