import { ruleListNames } from "./ruleLists";
import type { RuleSet } from "./ruleSet";

/** The rules as the ledger keeps them: of each entry of a list one line under its code, so that a change is one line. */
export function bookedRules({ lists, ...numbers }: RuleSet): object {
  const booked = ruleListNames.map((list) => [
    list,
    Object.fromEntries(lists[list].map(({ code, ...entry }) => [code, lineOf(entry)])),
  ]);
  return { ...numbers, lists: Object.fromEntries(booked) };
}

function lineOf(entry: object): string {
  return Object.entries(entry)
    .filter(([, value]) => value !== null && value !== false && value !== "" && String(value) !== "")
    .map(([field, value]) => (value === true ? field : String(value)))
    .join(" | ");
}
