import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dutyFactOf } from "~/problem/duty/dutyFactOf.server";
import { dutyProposalsFor } from "~/problem/duty/dutyProposals.server";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { type SimilarProblem, similarProblems } from "~/problem/similarProblems.server";
import { type SimilarTask, similarTasks } from "~/problem/similarTasks.server";
import { isOpen } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { listing, meeting, problemList } from "~db/schema";
import { type AdmissionFacts, sameMatterOf } from "./admission";

/** What only other rooms can tell of a matter. */
export type FactsFromElsewhere = Pick<AdmissionFacts, "sameMatter" | "takenBack">;

/** What is like a matter. */
export interface LikeMatters {
  similar: SimilarProblem[];
  tasks: SimilarTask[];
}

/** The same, and the facts that follow from it and from the duty lists. */
export interface Elsewhere extends LikeMatters {
  facts: FactsFromElsewhere;
}

/**
 * Reads what is like a problem among what the reader may see, and tells from it whether the same matter is in hand, and
 * from the duty lists whether the district has taken it back.
 */
export async function elsewhereOf(db: Queries, actor: Actor, row: ProblemRow): Promise<Elsewhere> {
  const like = await likeMatters(db, actor, row);
  return { ...like, facts: await factsOf(db, row, like) };
}

/** Compares a problem with all that the reader may see, which takes long beside everything else. */
export async function likeMatters(db: Queries, actor: Actor, row: ProblemRow): Promise<LikeMatters> {
  return { similar: await similarProblems(db, actor, row), tasks: await similarTasks(db, actor, row) };
}

/** Tells the facts that follow from what a problem is like, as things stand now. */
export async function factsOf(
  db: Queries,
  row: ProblemRow,
  { similar, tasks }: LikeMatters,
): Promise<FactsFromElsewhere> {
  const inHand = await problemsInHand(
    db,
    similar.map(({ problem }) => problem.id),
  );
  const open = [
    ...tasks
      .filter(({ state }) => isOpen(state))
      .map(({ number, likeness }) => ({ kind: "task" as const, number, likeness })),
    ...similar
      .filter(({ problem }) => inHand.has(problem.id))
      .map(({ problem, likeness }) => ({ kind: "problem" as const, number: problem.number, likeness })),
  ];
  return { sameMatter: sameMatterOf(open), takenBack: await takenBackOf(db, row) };
}

// From then on tasks tell what is still open.
const over = ["issued", "followedUp", "cancelled"] as const;

/** Which of these problems stand on a list, or an agenda, of a day that is not over. */
async function problemsInHand(db: Queries, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: listing.problemId })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(
      and(
        inArray(listing.problemId, ids),
        inArray(listing.state, ["submitted", "admitted", "merged"]),
        ne(problemList.state, "returned"),
        notInArray(meeting.stage, [...over]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Finds the item of the taken-back list that a problem which carries no duty seems to fall under, by its words and
 * place; for the one that is opened, since it is held beside every item.
 */
export async function likelyTakenBack(
  db: Queries,
  row: ProblemRow,
  facts: FactsFromElsewhere,
): Promise<FactsFromElsewhere> {
  if (facts.takenBack !== "unknown") return facts;
  const { title, place, problemClass } = row;
  const words = `${row.summary}\n${row.originalWording}`;
  const proposed = await dutyProposalsFor(db, { title, place, problemClass, words });
  const found = proposed.find(({ list }) => list === "takenBack");
  if (!found) return facts;
  return { ...facts, takenBack: { number: String(found.number), matter: found.matter, likely: true } };
}

async function takenBackOf(db: Queries, row: ProblemRow): Promise<FactsFromElsewhere["takenBack"]> {
  const fact = await dutyFactOf(db, row);
  if (!fact) return "unknown";
  const { list, item } = fact;
  return list === "takenBack" ? { number: String(item.number), matter: item.matter } : null;
}
