import { desc } from "drizzle-orm";
import { named } from "~/i18n/language";
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

/** Reads how classes are called in a language, for files; a code that no version knows stands for itself. */
export async function classNamer(language: string): Promise<(code: string) => string> {
  const { classes } = await codeNames();
  const names = new Map(classes.map((one) => [one.code, named(one, language)]));
  return (code) => names.get(code) ?? code;
}

async function allVersions(db: Queries): Promise<RuleSet[]> {
  const rows = await db.select({ rules: ruleSet.rules }).from(ruleSet).orderBy(desc(ruleSet.version));
  return rows.length > 0 ? rows.map(({ rules }) => parseRules(rules)) : [usualRules];
}

/** A class and those below it in any version, by their codes: what somebody means who asks for the class. */
export async function classesWithin(db: Queries, code: string): Promise<string[]> {
  return codesWithin(namesFrom(await allVersions(db)).classes, code);
}
