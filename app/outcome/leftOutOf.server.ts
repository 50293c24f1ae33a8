import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { leftOut } from "~db/schema";
import type { LeftOut } from "./leftOut";
import type { PublicTextName } from "./publicText";

// A statement takes only so many parameters.
const atOnce = 500;

/** What is left out now of any text of these topics, problems, resolutions and publications. */
export async function leftOutOf(
  db: Queries,
  subjectIds: readonly string[],
): Promise<(text: PublicTextName) => readonly LeftOut[]> {
  const found = new Map<string, LeftOut[]>();
  for (let at = 0; at < subjectIds.length; at += atOnce) {
    const rows = await db
      .select()
      .from(leftOut)
      .where(and(inArray(leftOut.subjectId, subjectIds.slice(at, at + atOnce)), isNull(leftOut.endedAt)))
      .orderBy(asc(leftOut.at), asc(leftOut.id));
    for (const { startsAt: start, endsAt: end, ...row } of rows)
      found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), { ...row, start, end }]);
  }
  return (text) => found.get(keyOf(text)) ?? [];
}

const keyOf = ({ kind, subjectId }: PublicTextName) => `${kind}/${subjectId}`;
