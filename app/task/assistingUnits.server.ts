import { asc, inArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { resolutionAssistingUnit } from "~db/schema";

/** The units that assist with resolutions, by resolution, each in the order in which it names them. */
export async function assistingUnits(
  db: Queries,
  resolutionIds: readonly string[],
): Promise<(resolutionId: string) => string[]> {
  const rows =
    resolutionIds.length === 0
      ? []
      : await db
          .select()
          .from(resolutionAssistingUnit)
          .where(inArray(resolutionAssistingUnit.resolutionId, [...resolutionIds]))
          .orderBy(asc(resolutionAssistingUnit.place));
  return (id) => rows.filter((row) => row.resolutionId === id).map((row) => row.unitId);
}
