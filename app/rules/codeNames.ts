import type { NamedCode } from "~/i18n/codeNames";
import { inTree, type RuleListName, ruleListNames } from "./ruleLists";
import type { RuleSet } from "./ruleSet";

/** Every code of the rules with its names. */
export type NamedCodes = Record<RuleListName, NamedCode[]>;

/**
 * Names every code that any version of the rules knows, as the newest that knows it does: what was filed under a code
 * is named although the code is gone. A code that the version in force does not have counts as retired.
 * @param versions the newest first
 */
export function namesFrom(versions: readonly RuleSet[]): NamedCodes {
  const lists = ruleListNames.map((list) => [list, namesOf(list, versions)]);
  return Object.fromEntries(lists) as NamedCodes;
}

function namesOf(list: RuleListName, versions: readonly RuleSet[]): NamedCode[] {
  const found = new Map<string, NamedCode>();
  versions.forEach(({ lists }, age) => {
    for (const entry of lists[list])
      if (!found.has(entry.code))
        found.set(entry.code, {
          ...{ code: entry.code, zh: entry.zh, en: entry.en },
          parent: "parent" in entry ? entry.parent : null,
          retired: entry.retired || age > 0,
        });
  });
  return inTree([...found.values()]);
}
