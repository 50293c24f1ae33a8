import { and, asc, eq } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { canList, canScreen } from "~/problem/permission";
import { visibleProblems } from "~/problem/scope.server";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { lateRequest, listing, meeting, problem, unit } from "~db/schema";
import { type LateState, takesLate } from "./lateRequest";

/** One request as its readers see it. */
export interface ShownLateRequest {
  id: string;
  number: string;
  title: string;
  street: UnitRef;
  reason: string;
  askedAt: string;
  state: LateState;
  answer: string;
  answeredAt: string | null;
  can: { answer: boolean; withdraw: boolean };
}

/** The requests of a month, and whether the reader may make one. */
export interface LatePage {
  requests: ShownLateRequest[];
  canAsk: boolean;
}

/**
 * Reads what the streets ask to be taken late for a month: the district all, a street its own; others none.
 * @param input.streetId leaves out those of other streets
 */
export async function lateRequestsOf(
  actor: Actor,
  input: { month: string; street?: string },
): Promise<LatePage> {
  return read(async (db) => {
    const [day] = await db
      .select({ id: meeting.id, stage: meeting.stage })
      .from(meeting)
      .where(eq(meeting.slug, input.month));
    if (!day) return { requests: [], canAsk: false };
    const rows = await requestsOf(db, actor, day.id, input.street);
    const open = takesLate(day.stage);
    const own = actor.streetId !== null && canList(actor, "submit", { streetId: actor.streetId });
    return {
      requests: rows.map(({ request, street, ...row }) => ({
        ...row,
        ...{ id: request.id, reason: request.reason, askedAt: request.askedAt, state: request.state },
        ...{ answer: request.answer, answeredAt: request.answeredAt, street: unitRef(street) },
        can: {
          answer: open && request.state === "waiting" && canScreen(actor, "decide"),
          withdraw: open && request.state === "waiting" && canList(actor, "submit", request),
        },
      })),
      canAsk: open && own,
    };
  });
}

async function requestsOf(db: Queries, actor: Actor, dayId: string, street: string | undefined) {
  if (!isDistrict(actor) && !actor.streetId) return [];
  const mine = isDistrict(actor) ? undefined : eq(lateRequest.streetId, actor.streetId!);
  const asked = street === undefined ? undefined : eq(unit.slug, street);
  return db
    .select({ request: lateRequest, number: problem.number, title: problem.title, street: unit })
    .from(lateRequest)
    .innerJoin(listing, eq(listing.id, lateRequest.listingId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(unit, eq(unit.id, lateRequest.streetId))
    .where(and(eq(lateRequest.dayId, dayId), mine, asked, visibleProblems(db, actor)))
    .orderBy(asc(lateRequest.askedAt), asc(lateRequest.id));
}
