import { and, eq, inArray, ne, notLike } from "drizzle-orm";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { consultationDay, meeting, post, unit } from "~db/schema";
import type { HostedMonth } from "./rotation";

/** The district's streets, in the order of their installation: the order of the first rotation. */
export function streetsInOrder(db: Queries) {
  return db
    .select()
    .from(unit)
    .where(and(eq(unit.kind, "street"), unitInForce()))
    .orderBy(unit.id);
}

/** Which street hosts in which month, in every plan but that of `exceptYear`; who was cancelled has not hosted. */
export function hostedMonths(db: Queries, exceptYear: number): Promise<HostedMonth[]> {
  return db
    .select({ month: meeting.slug, hostStreetId: meeting.hostUnitId })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .where(and(notLike(meeting.slug, `${exceptYear}-%`), ne(meeting.stage, "cancelled")));
}

/** True when every host is a street and every chair a post of the district's leaders. */
export async function areHostsAndChairs(
  db: Queries,
  days: readonly { hostStreetId: string; chairPostId: string }[],
): Promise<boolean> {
  const hosts = [...new Set(days.map((day) => day.hostStreetId))];
  const chairs = [...new Set(days.map((day) => day.chairPostId))];
  return (await areStreets(db, hosts)) && (await areLeaders(db, chairs));
}

/** True when every id is a street's. */
export async function areStreets(db: Queries, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const found = await db
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.kind, "street"), unitInForce(), inArray(unit.id, [...ids])));
  return found.length === ids.length;
}

async function areLeaders(db: Queries, ids: readonly string[]): Promise<boolean> {
  const found = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.role, "leader"), inArray(post.id, [...ids])));
  return found.length === ids.length;
}
