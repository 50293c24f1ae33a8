import { inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { rulesAddress } from "~/address/plans";
import { ruleSet } from "~db/schema";

const ruleSets: NameFinder = async (db, ids) => {
  const rows = await db.select().from(ruleSet).where(inArray(ruleSet.id, ids));
  return rows.map(({ id, version, title }) => calledSame(id, title, rulesAddress(version)));
};

/** Versions of the rules, which every official may read. */
export const rulesNames: NameFinders = { ruleSet: ruleSets };
