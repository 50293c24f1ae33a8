import { eq } from "drizzle-orm";
import { sign } from "~/ledger/key.server";
import type { Queries } from "~db/connect";
import { erasedKey, problem } from "~db/schema";

/** Writes a key by which a problem is known again so that its words cannot be guessed from it. */
export function erasedKeyOf(key: string): string {
  return sign(JSON.stringify(["erased key", key]));
}

/**
 * Adds to what a street has on record the problems whose words were erased: they are known by what their words would
 * have given.
 * @param onRecord keys of what is on record, each with its problem's number
 */
export async function withErased(
  db: Queries,
  streetId: string,
  onRecord: ReadonlyMap<string, string>,
): Promise<Pick<ReadonlyMap<string, string>, "get" | "has">> {
  const rows = await db
    .select({ key: erasedKey.key, number: problem.number })
    .from(erasedKey)
    .innerJoin(problem, eq(problem.id, erasedKey.problemId))
    .where(eq(problem.streetId, streetId));
  if (rows.length === 0) return onRecord;
  const erased = new Map(rows.map(({ key, number }) => [key, number]));
  const get = (key: string) => onRecord.get(key) ?? erased.get(erasedKeyOf(key));
  return { get, has: (key) => get(key) !== undefined };
}
