import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { OnceForm } from "~/ui/OnceForm";
import type { RuleListName } from "../ruleLists";
import { EntryRow } from "./EntryRow";
import { listForm } from "./proposal";
import type { RuleRow } from "./ruleRows";
import "../rules.css";

/** Props of {@link ListForm}. */
export interface ListFormProps {
  list: RuleListName;
  entries: readonly RuleRow[];
  version: number;
  reply?: SubmissionResult<string[]> | null;
}

const fieldsOf = ["code", "zh", "en", "source", "parent", "words", "computes", "retired"] as const;

/**
 * Changes a list of a proposal, a row for each entry and empty ones for what is new. An entry is not deleted: it is
 * retired, and what was filed under it keeps its name.
 */
export function ListForm({ list, entries, version, reply }: ListFormProps) {
  const { t } = useTranslation();
  const mine = (reply?.initialValue as { list?: string } | undefined)?.list === list ? reply : undefined;
  const [form, fields] = useForm<{ list: string; entries: RuleRow[] }>({
    id: `list-${list}`,
    lastResult: mine,
    defaultValue: { list, entries: entries as RuleRow[] },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: listForm }) as never,
  });
  const rows = fields.entries.getFieldList() as FieldMetadata<RuleRow>[];
  const labels = Object.fromEntries(
    rows.flatMap((_row, at) =>
      fieldsOf.map((field) => [
        `entries[${at}].${field}`,
        t("rules.proposal.rowField", { row: at + 1, field: t(`rules.field.${field}`) }),
      ]),
    ),
  );
  const tops = entries.filter(({ code, parent }) => code !== "" && parent === "");
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} />
      <p className="prose">{t("rules.proposal.listText")}</p>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="list" value={list} />
      {rows.map((row, at) => (
        <EntryRow
          key={row.key}
          {...{ list, tops, row }}
          number={at + 1}
          kept={entries[at]?.code ?? ""}
          isRetired={entries[at]?.retired ?? false}
        />
      ))}
      <div className="form-actions">
        <Button name="intent" value="list">
          {t("rules.proposal.saveList")}
        </Button>
      </div>
    </OnceForm>
  );
}
