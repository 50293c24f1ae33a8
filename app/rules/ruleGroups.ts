import type { TextKey } from "~/i18n/textKey";
import { type RuleSet, usualRules } from "./ruleSet";

/** A group of rules that are numbers, such as those of the window. */
export type RuleGroup = Exclude<keyof RuleSet, "lists">;

/** The groups in the order of a rule set. */
export const ruleGroups = Object.keys(usualRules).filter((key): key is RuleGroup => key !== "lists");

/** A rule of a group with the key of its name. */
export interface RuleInWords {
  key: string;
  text: TextKey;
  value: number;
}

// Every rule has a name of its own: this does not compile when one lacks it.
type RuleText = {
  [Group in RuleGroup]: `plan.rules.field.${Group}.${keyof RuleSet[Group] & string}`;
}[RuleGroup];

/** Lists the rules of one group in their order. */
export function rulesIn(rules: RuleSet, group: RuleGroup): RuleInWords[] {
  return Object.entries(rules[group]).map(([key, value]) => ({
    key,
    text: `plan.rules.field.${group}.${key}` as RuleText,
    value,
  }));
}
