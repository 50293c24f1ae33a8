import { and, asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { listAddress } from "~/address/problems";
import { dayColumns } from "~/problem/consultationDay.server";
import { leftByCancelled } from "~/problem/leftByCancelled.server";
import { takesChanges } from "~/problem/listing";
import type { Queries } from "~db/connect";
import { consultationDay, meeting, problemList, unit } from "~db/schema";
import { type BareItem, namedDay, type WorkKind } from "./work";

/** The lists that a street still has to send or correct; of a community, that problems can be raised. */
export async function listWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (!actor.streetId || (actor.role !== "street" && actor.role !== "community")) return [];
  const rows = await db
    .select({ day: dayColumns, state: problemList.state, slug: unit.slug })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(unit, eq(unit.id, actor.streetId))
    .leftJoin(problemList, and(eq(problemList.dayId, meeting.id), eq(problemList.streetId, actor.streetId)))
    .where(inArray(meeting.stage, ["collecting", "screening"]))
    .orderBy(asc(meeting.date));
  const toSend = rows
    .filter(({ day, state }) => takesChanges(day.stage, state ?? "draft"))
    .map(
      ({ day, state, slug }): BareItem => ({
        key: `list-${day.month}`,
        what: { kind: kindOf(actor, state) },
        why: actor.role === "community" ? "community" : "ownStreet",
        meeting: namedDay(day),
        until: day.windowClosesOn,
        to: listAddress(day.month, slug),
      }),
    );
  return [...toSend, ...(await cancelledWork(db, actor.role, actor.streetId))];
}

/** What waits from lists for days that were cancelled. */
async function cancelledWork(db: Queries, role: string, streetId: string): Promise<BareItem[]> {
  if (role !== "street") return [];
  const left = await leftByCancelled(db, streetId);
  if (left.length === 0) return [];
  const days = await db
    .select({ day: dayColumns, slug: unit.slug })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(unit, eq(unit.id, streetId))
    .where(inArray(meeting.slug, [...new Set(left.map(({ month }) => month))]));
  return days.map(({ day, slug }) => ({
    key: `relist-${day.month}`,
    what: { kind: "relistProblems" },
    why: "ownStreet",
    meeting: namedDay(day),
    count: left.filter(({ month }) => month === day.month).length,
    until: null,
    to: listAddress(day.month, slug),
  }));
}

function kindOf(actor: Actor, state: string | null): WorkKind {
  if (actor.role === "community") return "raiseProblems";
  return state === "returned" ? "correctList" : "submitList";
}
