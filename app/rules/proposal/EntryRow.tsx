import type { FieldMetadata } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { computations, type RuleListName } from "../ruleLists";
import type { RuleRow } from "./ruleRows";

/** Props of {@link EntryRow}. */
export interface EntryRowProps {
  list: RuleListName;
  row: FieldMetadata<RuleRow>;
  number: number;
  /** The code of an entry that is there already, which stays as it is; empty for a new one. */
  kept: string;
  /** The upper classes. */
  tops: readonly RuleRow[];
}

/** One entry of a list as fields: its code, its names, its source, and what only its list has. */
export function EntryRow({ list, row, number, kept, tops }: EntryRowProps) {
  const { t, i18n } = useTranslation();
  const fields = row.getFieldset();
  const label = (field: Parameters<typeof fieldKey>[0]) => t(fieldKey(field));
  return (
    <fieldset className="rule-entry" data-new={kept === "" ? "" : undefined}>
      <legend className="small">
        {kept === "" ? t("rules.proposal.newRow") : t("rules.proposal.row", { row: number, code: kept })}
      </legend>
      {kept === "" ? (
        <TextField field={fields.code} label={label("code")} optional={false} />
      ) : (
        <input type="hidden" name={fields.code.name} value={kept} />
      )}
      <TextField field={fields.zh} label={label("zh")} optional={false} />
      <TextField field={fields.en} label={label("en")} optional={false} />
      {list === "classes" && (
        <>
          <SelectField
            field={fields.parent}
            label={label("parent")}
            blank={t("rules.proposal.noParent")}
            options={tops
              .filter(({ code }) => code !== kept)
              .map((top) => ({ value: top.code, label: named(top, i18n.language) }))}
            optional={false}
          />
          <TextField field={fields.words} label={label("words")} optional={false} />
        </>
      )}
      {list === "tests" && (
        <SelectField
          field={fields.computes}
          label={label("computes")}
          blank={null}
          options={[...computations]
            .reverse()
            .map((one) => ({ value: one, label: t(`rules.computes.${one}`) }))}
        />
      )}
      <TextField field={fields.source} label={label("source")} optional={false} />
      {kept !== "" && (
        <label className="rule-retired">
          <input
            type="checkbox"
            name={fields.retired.name}
            defaultChecked={fields.retired.initialValue === "on"}
          />{" "}
          {label("retired")}
        </label>
      )}
    </fieldset>
  );
}

const fieldKey = (field: "code" | "zh" | "en" | "parent" | "words" | "computes" | "source" | "retired") =>
  `rules.field.${field}` as const;
