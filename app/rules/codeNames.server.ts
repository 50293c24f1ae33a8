import { desc } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { ruleSet } from "~db/schema";
import { type NamedCodes, namesFrom } from "./codeNames";
import { codesWithin } from "./ruleLists";
import { parseRules, type RuleSet, usualRules } from "./ruleSet";

/** Reads the names of every code that any version of the rules knows. */
export async function codeNames(): Promise<NamedCodes> {
  return read(async (db) => namesFrom(await allVersions(db)));
}

async function allVersions(db: Queries): Promise<RuleSet[]> {
  const rows = await db.select({ rules: ruleSet.rules }).from(ruleSet).orderBy(desc(ruleSet.version));
  return rows.length > 0 ? rows.map(({ rules }) => parseRules(rules)) : [usualRules];
}

/** A class and those below it in any version, by their codes: what somebody means who asks for the class. */
export async function classesWithin(db: Queries, code: string): Promise<string[]> {
  return codesWithin(namesFrom(await allVersions(db)).classes, code);
}
