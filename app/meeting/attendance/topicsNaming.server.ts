import { inArray } from "drizzle-orm";
import type { TopicRow } from "~/meeting/conduct/topicsOfMeeting.server";
import type { Queries } from "~db/connect";
import { problemConcernedUnit } from "~db/schema";
import type { TopicUnits } from "./invitationProposal";

/** The units that each topic of a meeting names; topics that were taken off name nobody. */
export async function unitsNamed(db: Queries, topics: readonly TopicRow[]): Promise<TopicUnits[]> {
  const standing = topics.filter((topic) => topic.withdrawnAt === null);
  const problemIds = standing.flatMap((topic) => (topic.problemId ? [topic.problemId] : []));
  const concerned = await db
    .select()
    .from(problemConcernedUnit)
    .where(inArray(problemConcernedUnit.problemId, problemIds));
  return standing.map(({ id, problemId, problem }) => ({
    topicId: id,
    streetId: problem?.streetId ?? null,
    powerUnitId: problem?.powerUnitId ?? null,
    concernedUnitIds: concerned.filter((one) => one.problemId === problemId).map((one) => one.unitId),
  }));
}

/** Gives the function that tells the titles of the topics that name a unit. */
export async function topicsNaming(
  db: Queries,
  topics: readonly TopicRow[],
): Promise<(unitId: string) => string[]> {
  const named = await unitsNamed(db, topics);
  const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
  return (unitId) =>
    named
      .filter((one) => [one.streetId, one.powerUnitId, ...one.concernedUnitIds].includes(unitId))
      .map(({ topicId }) => titles.get(topicId) ?? "");
}
