import { and, eq, exists, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { kindsCalledBy, kindsSeenByOfficials } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { attendance, meeting } from "~db/schema";
import { followingClasses } from "./attendance";

type Reader = Pick<Actor, "role" | "unitId" | "postId">;

/**
 * The meetings that exist for somebody, as a WHERE over `meeting`: those that every official may know of, and of the
 * others those that their unit calls, those that they chair and those that their unit takes part in. The rule is that
 * of `roomRightByPost`; lists, search and names ask this condition.
 */
export function meetingScope(db: Queries, reader: Reader): SQL | undefined {
  // The administrator has a post in the office too, and takes part in nothing.
  if (!seesContents(reader)) return sql`false`;
  const ofOfficials = inArray(meeting.kind, kindsSeenByOfficials());
  const own = and(
    eq(meeting.organiserUnitId, reader.unitId),
    inArray(meeting.kind, kindsCalledBy(reader.role)),
  );
  const chaired = eq(meeting.chairPostId, reader.postId);
  return or(ofOfficials, own, chaired, takesPart(db, reader), hosts(reader));
}

function takesPart(db: Queries, reader: Reader): SQL {
  const called = db
    .select({ one: sql`1` })
    .from(attendance)
    .where(
      and(
        eq(attendance.meetingId, meeting.id),
        eq(attendance.unitId, reader.unitId),
        inArray(attendance.invitation, [...followingClasses]),
        ne(attendance.state, "declined"),
      ),
    );
  return exists(called);
}

function hosts(reader: Reader): SQL | undefined {
  return reader.role === "street" ? eq(meeting.hostUnitId, reader.unitId) : undefined;
}
