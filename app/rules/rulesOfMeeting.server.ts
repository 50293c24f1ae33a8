import { desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { meeting, ruleSet } from "~db/schema";
import { parseRules, type RuleSet, usualRules } from "./ruleSet";

/** The rules a meeting is held by: those of the version that was in force when it was called. */
export async function rulesOfMeeting(db: Queries, meetingId: string): Promise<RuleSet> {
  const [row] = await db
    .select({ rules: ruleSet.rules })
    .from(meeting)
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .where(eq(meeting.id, meetingId))
    .limit(1);
  return row ? parseRules(row.rules) : usualRules;
}

/** A version of the rules. */
export interface RulesInForce {
  id: string;
  version: number;
  rules: RuleSet;
}

/** The newest version of the rules, or undefined before a district has adopted any. */
export async function rulesInForce(db: Queries): Promise<RulesInForce | undefined> {
  const [row] = await db.select().from(ruleSet).orderBy(desc(ruleSet.version)).limit(1);
  return row && { id: row.id, version: row.version, rules: parseRules(row.rules) };
}
