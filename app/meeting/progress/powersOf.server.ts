import { and, asc, eq } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { resolution, unit } from "~db/schema";
import type { ExercisedPower } from "./progress";

/** The powers that were exercised on the spot at a meeting, as its minutes have them. */
export async function powersOf(db: Queries, meetingId: string): Promise<ExercisedPower[]> {
  const rows = await db
    .select({ resolution, unit })
    .from(resolution)
    .innerJoin(unit, eq(unit.id, resolution.leadUnitId))
    .where(and(eq(resolution.meetingId, meetingId), eq(resolution.kind, "power")))
    .orderBy(asc(resolution.ordinal));
  return rows.map(({ resolution: one, unit: by }) => ({
    id: one.id,
    text: one.text,
    power: one.power,
    basis: one.powerBasis,
    post: one.powerPost,
    document: one.powerDocument,
    unit: nameOfUnit(by),
  }));
}
