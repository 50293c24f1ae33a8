import { and, eq, exists, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { kindsCalledBy, kindsHeldByOffice, kindsSeenByOfficials } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { attendance, joiningStreet, meeting } from "~db/schema";
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
  return or(inArray(meeting.kind, kindsSeenByOfficials()), participantScope(db, reader));
}

/**
 * The meetings that somebody has to do with themselves, as a WHERE over `meeting`: those that they or their unit hold,
 * chair, host, join or take part in.
 */
export function participantScope(db: Queries, reader: Reader): SQL | undefined {
  if (!seesContents(reader)) return sql`false`;
  const own = and(
    eq(meeting.organiserUnitId, reader.unitId),
    inArray(meeting.kind, kindsCalledBy(reader.role)),
  );
  const ofOffice = reader.role === "office" ? inArray(meeting.kind, kindsHeldByOffice()) : undefined;
  const chaired = eq(meeting.chairPostId, reader.postId);
  return or(own, ofOffice, chaired, takesPart(db, reader), hosts(reader), joins(db, reader));
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

function joins(db: Queries, reader: Reader): SQL | undefined {
  if (reader.role !== "street") return undefined;
  const joining = db
    .select({ one: sql`1` })
    .from(joiningStreet)
    .where(and(eq(joiningStreet.meetingId, meeting.id), eq(joiningStreet.streetId, reader.unitId)));
  return exists(joining);
}
