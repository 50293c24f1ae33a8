import type { FieldMetadata } from "@conform-to/react";
import { useRef } from "react";
import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { DutyProposal } from "~/problem/duty/dutyProposals.server";
import { ProposedDuties } from "~/problem/duty/ProposedDuties";
import { useProposals } from "~/problem/duty/useProposals";
import { FactFields } from "~/problem/fact/FactFields";
import { SpotField } from "~/problem/fact/SpotField";
import { type PowerLacking, powersLacking } from "~/problem/problem";
import { addProblemForm, limits, type ProblemChange } from "~/problem/problemForm";
import { inTree } from "~/rules/ruleLists";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { UnitBox, UnitsBox } from "~/unit/typing/UnitBox";
import type { ProposedUnit } from "~/unit/typing/unitMatch";
import type { ListView } from "./showList.server";

type Fields = { [Field in keyof ProblemChange]?: FieldMetadata<ProblemChange[Field]> };

/** The classes to choose among, with the one that a problem has, though it is not offered any more. */
function useClassChoices(classes: ListView["classes"], present: string | undefined) {
  const { pathOf } = useCodeNames("classes");
  const codes = inTree(classes).map(({ code }) => code);
  const all = present && !codes.includes(present) ? [...codes, present] : codes;
  return all.map((code) => ({ value: code, label: pathOf(code) }));
}

/** The name of each field, for the summary of what has to be corrected. */
export function useFieldLabels(): Record<string, string> {
  const { t } = useTranslation();
  const fields = Object.keys(addProblemForm.shape) as (keyof typeof addProblemForm.shape)[];
  return Object.fromEntries(fields.map((field) => [field, t(`problem.field.${field}`)]));
}

/** Says what a field of choices holds in words; other fields say it themselves. */
export function useFieldWords(view: ListView) {
  const { t, i18n } = useTranslation();
  const { pathOf } = useCodeNames("classes");
  const units = [...view.units, ...view.communities];
  return (field: string, value: string): string => {
    if (field === "problemClass") return pathOf(value);
    if (field === "powerLacking") return t(`problem.power.${value as PowerLacking}`);
    if (field === "dutyItemId") return view.duties[value]?.matter ?? value;
    if (!/UnitIds?$|^communityId$/.test(field)) return value;
    const unit = units.find(({ id }) => id === value);
    return unit ? named(unit.name, i18n.language) : value;
  };
}

/** The units that the duty lists propose, each once, with the item as the reason. */
function proposedUnits(proposals: readonly DutyProposal[], t: Translate): ProposedUnit[] {
  const found = new Map<string, ProposedUnit>();
  for (const { unit, list, number, matter } of proposals)
    if (unit && !found.has(unit.id)) {
      const reason = t("duty.proposal.reason", { list: t(`duty.list.${list}`), number, matter });
      found.set(unit.id, { id: unit.id, reason });
    }
  return [...found.values()];
}

/** What the street says about a problem: the same fields whether it is new or there already. */
export function ProblemFields({ fields, view }: { fields: Fields; view: ListView }) {
  const { t } = useTranslation();
  const classes = useClassChoices(view.classes, fields.problemClass!.initialValue);
  const { units, communities } = view;
  const head = useRef<HTMLDivElement>(null);
  const proposals = useProposals(head);
  const label = (field: keyof Fields) => t(`problem.field.${field}`);
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
        {communities.length > 0 && !view.byCommunity && (
          <UnitBox field={fields.communityId!} label={label("communityId")} units={communities} optional />
        )}
        <FactFields households={fields.households!} wishOn={fields.wishOn!} unusual={view.unusualDays} />
      </div>
      <SpotField field={fields.spot!} areas={view.sketch} />
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
      <ProposedDuties
        field={fields.dutyItemId!}
        proposals={proposals}
        carried={view.duties}
        streetId={view.street.id}
        inside={head}
      />
      <div className="form-grid" ref={head}>
        <UnitBox field={fields.seesUnitId!} label={label("seesUnitId")} units={units} optional />
        <UnitBox
          field={fields.powerUnitId!}
          label={label("powerUnitId")}
          hint={t("problem.hint.powerUnitId")}
          units={units}
          proposed={proposedUnits(proposals, t)}
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
