import type { TextKey } from "~/i18n/textKey";
import { type RuleGroup, ruleGroups, rulesIn } from "./ruleGroups";
import { type RuleListName, ruleListNames } from "./ruleLists";
import type { RuleSet } from "./ruleSet";

/** A number that differs. */
export interface NumberChange {
  group: RuleGroup;
  key: string;
  text: TextKey;
  before: number;
  after: number;
}

/** A field of an entry that differs, as text. */
export interface FieldChange {
  field: "zh" | "en" | "source" | "parent" | "words" | "computes";
  before: string;
  after: string;
}

/** An entry of a list that differs. */
export interface EntryChange {
  list: RuleListName;
  code: string;
  what: "added" | "retired" | "offeredAgain" | "changed";
  fields: FieldChange[];
}

/** What one set of rules says otherwise than another. */
export interface RuleDifference {
  numbers: NumberChange[];
  entries: EntryChange[];
}

/** Compares two sets of rules field by field, in the order in which rules are shown. */
export function ruleDifference(before: RuleSet, after: RuleSet): RuleDifference {
  return {
    numbers: ruleGroups.flatMap((group) => numbersOf(group, before, after)),
    entries: ruleListNames.flatMap((list) => entriesOf(list, before, after)),
  };
}

/** Tells whether two sets of rules say the same. */
export function isSame({ numbers, entries }: RuleDifference): boolean {
  return numbers.length + entries.length === 0;
}

function numbersOf(group: RuleGroup, before: RuleSet, after: RuleSet): NumberChange[] {
  const old = new Map(rulesIn(before, group).map(({ key, value }) => [key, value]));
  return rulesIn(after, group)
    .filter(({ key, value }) => old.get(key) !== value)
    .map(({ key, text, value }) => ({ group, key, text, before: old.get(key)!, after: value }));
}

type Entry = Record<string, unknown> & { code: string; retired: boolean };

const compared = ["zh", "en", "source", "parent", "words", "computes"] as const;

const textOf = (value: unknown) => (Array.isArray(value) ? value.join("、") : String(value ?? ""));

function entriesOf(list: RuleListName, before: RuleSet, after: RuleSet): EntryChange[] {
  const old = new Map((before.lists[list] as Entry[]).map((entry) => [entry.code, entry]));
  return (after.lists[list] as Entry[]).flatMap((entry) => changeOf(list, old.get(entry.code), entry));
}

function changeOf(list: RuleListName, old: Entry | undefined, entry: Entry): EntryChange[] {
  const fields = compared.flatMap((field): FieldChange[] => {
    const [was, is] = [textOf(old?.[field]), textOf(entry[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
  const { code } = entry;
  if (!old) return [{ list, code, what: "added", fields }];
  if (old.retired !== entry.retired)
    return [{ list, code, what: entry.retired ? "retired" : "offeredAgain", fields }];
  return fields.length > 0 ? [{ list, code, what: "changed", fields }] : [];
}
