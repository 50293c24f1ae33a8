import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { listing, problem, residentAnswer, unit } from "~db/schema";
import { type AnswerStanding, canAnswer } from "./residentAnswer";

/** An answer that a resident is owed, or was given, as its readers see it. */
export interface ShownAnswer extends AnswerStanding {
  id: string;
  listingId: string;
  /** Who owes it. */
  unit: Name;
  text: string;
  answeredAt: string | null;
  /** The refusal was taken back since. */
  isEnded: boolean;
  canAnswer: boolean;
}

/** Reads what residents were told of a problem's refusals, or are to be told: for the district and its own street. */
export async function answersOf(
  db: Queries,
  actor: Actor,
  { id, streetId }: { id: string; streetId: string },
): Promise<ShownAnswer[]> {
  if (!isDistrict(actor) && actor.streetId !== streetId) return [];
  const rows = await db
    .select({ answer: residentAnswer, unit })
    .from(residentAnswer)
    .innerJoin(listing, eq(listing.id, residentAnswer.listingId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(unit, eq(unit.id, residentAnswer.unitId))
    .where(eq(problem.id, id))
    .orderBy(asc(residentAnswer.dueOn), asc(residentAnswer.id));
  return rows
    .filter(({ answer }) => answer.endedAt === null || answer.answeredAt !== null)
    .map(({ answer, unit }) => {
      const { dueOn, answeredOn, answeredAt, text, listingId, endedAt } = answer;
      const isOwed = endedAt === null && answeredAt === null;
      return {
        ...{ id: answer.id, listingId, unit: nameOfUnit(unit), dueOn, answeredOn, answeredAt, text },
        isEnded: endedAt !== null,
        canAnswer: isOwed && canAnswer(actor, { unitId: answer.unitId, streetId }),
      };
    });
}

// SQLite takes a limited number of values in one statement.
const atOnce = 500;

/** How the answers to the refusals of some listings stand, by listing. The caller knows who may read them. */
export async function answerStandings(
  db: Queries,
  listingIds: readonly string[],
): Promise<Map<string, AnswerStanding>> {
  const found = new Map<string, AnswerStanding>();
  for (let at = 0; at < listingIds.length; at += atOnce) {
    const rows = await db
      .select()
      .from(residentAnswer)
      .where(
        and(
          inArray(residentAnswer.listingId, listingIds.slice(at, at + atOnce)),
          isNull(residentAnswer.endedAt),
        ),
      );
    for (const { listingId, dueOn, answeredOn } of rows) found.set(listingId, { dueOn, answeredOn });
  }
  return found;
}
