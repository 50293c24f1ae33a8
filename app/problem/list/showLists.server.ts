import { and, count, eq, isNotNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canScreen } from "~/problem/permission";
import { allStreets } from "~/unit/namedUnits.server";
import { read } from "~db/read";
import { consultationDay, listing, meeting, problemList } from "~db/schema";

/**
 * The state of every street's list for a month, for the district; null for others and where there is no such
 * day. What a street has in its draft is not counted: until it is submitted it is the street's own.
 */
export async function showLists(actor: Actor, month: string) {
  if (!canScreen(actor, "see")) return null;
  return read(async (db) => {
    const [day] = await db
      .select({
        id: meeting.id,
        month: meeting.slug,
        date: meeting.date,
        stage: meeting.stage,
        closesOn: consultationDay.windowClosesOn,
        hostStreetId: meeting.hostUnitId,
      })
      .from(consultationDay)
      .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
      .where(eq(meeting.slug, month));
    if (!day) return null;
    const lists = await db.select().from(problemList).where(eq(problemList.dayId, day.id));
    const counts = await db
      .select({ listId: listing.listId, state: listing.state, count: count() })
      .from(listing)
      .innerJoin(problemList, eq(problemList.id, listing.listId))
      .where(
        and(eq(problemList.dayId, day.id), isNotNull(listing.submittedAt), ne(listing.state, "withdrawn")),
      )
      .groupBy(listing.listId, listing.state);
    const streets = await allStreets(db);
    return {
      day,
      can: { decide: canScreen(actor, "decide") },
      lists: streets.map((street) => {
        const list = lists.find((one) => one.streetId === street.id);
        const own = counts.filter((one) => one.listId === list?.id);
        const sum = (states: string[]) =>
          own.filter((one) => states.includes(one.state)).reduce((total, one) => total + one.count, 0);
        return {
          street,
          host: street.id === day.hostStreetId,
          state: list?.state ?? ("draft" as const),
          submittedAt: list?.submittedAt ?? null,
          problems: own.reduce((total, one) => total + one.count, 0),
          undecided: sum(["submitted"]),
          admitted: sum(["admitted"]),
        };
      }),
    };
  });
}
