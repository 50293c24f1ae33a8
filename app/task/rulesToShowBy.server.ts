import { type RuleSet, usualRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";

/** The rules in force, or those of practice before a district has adopted any: what lists are coloured by. */
export async function rulesToShowBy(db: Queries): Promise<RuleSet> {
  return (await rulesInForce(db))?.rules ?? usualRules;
}
