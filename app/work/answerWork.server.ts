import { and, eq, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { problemAddress } from "~/address/problems";
import type { Queries } from "~db/connect";
import { listing, problem, residentAnswer } from "~db/schema";
import type { BareItem } from "./work";

// More than a street reads in a week.
const most = 200;

/** The refusals that whoever raised the problem has not been told of: a unit's own, and those its communities owe. */
export async function answerWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (actor.role !== "street" && actor.role !== "community") return [];
  const owed = await owedWhere(db, eq(residentAnswer.unitId, actor.unitId));
  const own = owed.map((row) => ({ ...lineOf(row), what: { kind: "answerResident" as const } }));
  if (actor.role !== "street") return own;
  const byOthers = and(eq(problem.streetId, actor.unitId), ne(residentAnswer.unitId, actor.unitId));
  const waiting = (await owedWhere(db, byOthers)).map((row) => ({
    ...lineOf(row),
    ...{
      what: { kind: "waitAnswer" as const },
      why: "ownStreet" as const,
      unitId: row.unitId,
      waiting: true,
    },
  }));
  return [...own, ...waiting];
}

type Owed = Awaited<ReturnType<typeof owedWhere>>[number];

function owedWhere(db: Queries, which: Parameters<typeof and>[0]) {
  return db
    .select({
      ...{ id: residentAnswer.id, unitId: residentAnswer.unitId, dueOn: residentAnswer.dueOn },
      ...{ number: problem.number, title: problem.title },
    })
    .from(residentAnswer)
    .innerJoin(listing, eq(listing.id, residentAnswer.listingId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(isNull(residentAnswer.answeredAt), isNull(residentAnswer.endedAt), which))
    .limit(most);
}

function lineOf({ id, number, title, dueOn }: Owed): Omit<BareItem, "what"> {
  return {
    key: `answer-${id}`,
    why: "raisedHere",
    problem: { number, title },
    until: dueOn,
    to: `${problemAddress(number)}#answer`,
  };
}
