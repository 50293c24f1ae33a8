import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { attendance, holding, post, reservation, topic, unit } from "~db/schema";

/** The reservations that stand at a meeting, in the order in which they were first entered. */
export async function reservationsOf(db: Queries, meetingId: string) {
  const rows = await db
    .select({ reservation, unit })
    .from(reservation)
    .innerJoin(topic, eq(topic.id, reservation.topicId))
    .leftJoin(unit, eq(unit.id, reservation.unitId))
    .where(and(eq(topic.meetingId, meetingId), isNull(reservation.withdrawnAt)))
    .orderBy(asc(reservation.id));
  return rows.map(({ reservation: one, unit: of }) => ({ ...one, unit: of && nameOfUnit(of) }));
}

/** Units that sit at a meeting, by what reserving depends on. */
export async function reservingUnits(db: Queries, meetingId: string, now: string) {
  const rows = await db
    .selectDistinct({ unit })
    .from(attendance)
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(and(eq(attendance.meetingId, meetingId), inArray(attendance.state, ["present", "sittingIn"])))
    .orderBy(asc(unit.sortKey), asc(unit.id));
  const signIn = await db
    .selectDistinct({ unitId: post.unitId })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(
      and(
        holdingNow(now),
        inArray(
          post.unitId,
          rows.map((row) => row.unit.id),
        ),
      ),
    );
  const accounts = new Set(signIn.map(({ unitId }) => unitId));
  return rows.map((row) => ({
    unitId: row.unit.id,
    name: nameOfUnit(row.unit),
    isPresent: true,
    hasAccount: accounts.has(row.unit.id),
  }));
}
