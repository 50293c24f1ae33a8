import { type FieldMetadata, getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { OnceForm } from "~/ui/OnceForm";
import { computations, type RuleListName } from "../ruleLists";
import { EntryRow } from "./EntryRow";
import { fieldsOfList, listState } from "./listState";
import { listForm } from "./proposal";
import type { RuleRow } from "./ruleRows";
import "../rules.css";

/** Props of {@link ListForm}. */
export interface ListFormProps {
  list: RuleListName;
  /** The rows of the list, and empty ones for what is new. */
  entries: readonly RuleRow[];
  version: number;
  answer?: FormAnswer;
}

function useLabels(list: RuleListName, there: number, all: number): Record<string, string> {
  const { t } = useTranslation();
  const rows = Array.from({ length: all }, (_, at) =>
    fieldsOfList(list).map((field) => [
      at < there ? `entries[${at}].${field}` : `added[${at - there}].${field}`,
      t("rules.proposal.rowField", { row: at + 1, field: t(`rules.field.${field}`) }),
    ]),
  );
  return Object.fromEntries(rows.flat());
}

/** Says what a field of choices holds in words. */
function useWords(tops: readonly RuleRow[]) {
  const { t, i18n } = useTranslation();
  return (name: string, value: string): string => {
    if (name.endsWith(".retired")) return value && t("rules.field.retired");
    const computes = computations.find((one) => name.endsWith(".computes") && one === value);
    if (computes) return t(`rules.computes.${computes}`);
    const top = name.endsWith(".parent") ? tops.find(({ code }) => code === value) : undefined;
    return top ? named(top, i18n.language) : value;
  };
}

/**
 * Changes a list of a proposal, a row for each entry and empty ones for what is new. An entry is not deleted: it is
 * retired, and what was filed under it keeps its name.
 */
export function ListForm({ list, entries, version, answer }: ListFormProps) {
  const { t } = useTranslation();
  const there = entries.filter(({ code }) => code !== "");
  const [form, fields] = useForm<{ list: string; entries: RuleRow[]; added: RuleRow[] }>({
    id: `list-${list}`,
    lastResult: answer?.reply,
    defaultValue: { list, entries: there, added: entries.slice(there.length) },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: listForm }) as never,
  });
  const rowsIn = (part: "entries" | "added") => fields[part].getFieldList() as FieldMetadata<RuleRow>[];
  const labels = useLabels(list, there.length, entries.length);
  const tops = there.filter(({ parent }) => parent === "");
  const say = useWords(tops);
  return (
    <OnceForm {...getFormProps(form)} className="stack" preventScrollReset>
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <p className="prose">{t("rules.proposal.listText")}</p>
      <Meanwhile now={listState(list, there, version)} labels={labels} say={say} answer={answer} />
      <input type="hidden" name="list" value={list} />
      {rowsIn("entries").map((row, at) => (
        <EntryRow key={row.key} {...{ list, tops, row }} number={at + 1} kept={there[at]?.code ?? ""} />
      ))}
      {rowsIn("added").map((row, at) => (
        <EntryRow key={row.key} {...{ list, tops, row }} number={there.length + at + 1} kept="" />
      ))}
      <div className="form-actions">
        <Button name="intent" value="list">
          {t("rules.proposal.saveList")}
        </Button>
      </div>
    </OnceForm>
  );
}
