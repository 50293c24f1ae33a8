import type { ShownState } from "~/ledger/meanwhile";
import type { RuleListName } from "../ruleLists";
import type { RuleRow } from "./ruleRows";

/** The fields that a row of a list has. */
export const fieldsOfList = (list: RuleListName): (keyof RuleRow)[] => [
  ...(["code", "zh", "en"] as const),
  ...(list === "classes" ? (["parent", "words"] as const) : []),
  ...(list === "tests" ? (["computes"] as const) : []),
  ...(["source", "retired"] as const),
];

/** What the form of a list shows of its entries, as it sends it. */
export function listState(list: RuleListName, entries: readonly RuleRow[], version: number): ShownState {
  const written = (value: string | boolean) => (typeof value === "string" ? value : value ? "on" : "");
  const values = entries.flatMap((entry, at) =>
    fieldsOfList(list).map((field) => [`entries[${at}].${field}`, written(entry[field])]),
  );
  return { version, values: Object.fromEntries(values) };
}
