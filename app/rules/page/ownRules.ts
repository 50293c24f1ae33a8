import { ruleGroups, rulesIn } from "../ruleGroups";
import { type RuleSet, usualRules } from "../ruleSet";

/** A number that the district has set itself, otherwise than is usual. */
export interface OwnRule {
  /** The version that set it. */
  version: number;
  /** What is usual. */
  usual: number;
}

/**
 * The numbers that depart from what is usual, by the path of their rule.
 * @param versions the one shown, then those before it, newest first
 */
export function ownRules(
  versions: readonly { version: number; rules: RuleSet }[],
): Partial<Record<string, OwnRule>> {
  const [shown] = versions;
  if (!shown) return {};
  const own = ruleGroups.flatMap((group) => {
    const inVersion = versions.map(({ rules }) => rulesIn(rules, group));
    return rulesIn(usualRules, group).flatMap(({ key, value: usual }, at): [string, OwnRule][] => {
      const { value } = inVersion[0]![at]!;
      if (value === usual) return [];
      const since = inVersion.findIndex((rules) => rules[at]!.value !== value);
      const { version } = versions[(since === -1 ? versions.length : since) - 1]!;
      return [[`${group}.${key}`, { version, usual }]];
    });
  });
  return Object.fromEntries(own);
}
