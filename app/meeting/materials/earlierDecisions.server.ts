import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { Outcome } from "~/meeting/conduct/topic";
import { listingsOf, resolutionsOf, topicsOf } from "~/problem/page/traceOfProblem.server";
import { canSeeTask } from "~/task/permission";
import { unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";

/** What was resolved at an earlier meeting. */
export interface EarlierResolution {
  id: string;
  text: string;
  lead: Name | null;
  /** Of the task that came of it; null for whom it is not there. */
  task: string | null;
}

/** What an earlier meeting decided on a problem. */
export interface EarlierDecision {
  topicId: string;
  /** Of the meeting. */
  slug: string;
  date: string;
  outcome: Outcome;
  note: string;
  minutes: { year: number; number: number } | null;
  resolutions: EarlierResolution[];
}

/** What meetings before have decided on a problem that the reader sees, the newest first, as its own page tells it. */
export async function earlierDecisions(
  db: Queries,
  actor: Actor,
  problemId: string,
  exceptTopicId: string,
): Promise<EarlierDecision[]> {
  const listings = await listingsOf(db, actor, problemId);
  const carriers = listings.flatMap((one) =>
    one.state === "merged" && one.sameAsListingId ? [one.sameAsListingId] : [],
  );
  const topics = (await topicsOf(db, actor, problemId, carriers)).filter(
    ({ id, withdrawnAt }) => id !== exceptTopicId && withdrawnAt === null,
  );
  const resolved = await resolutionsOf(
    db,
    topics.map(({ id }) => id),
  );
  const units = await unitsById(
    db,
    resolved.map(({ leadUnitId }) => leadUnitId),
  );
  const decided = topics.flatMap(({ id, outcome, outcomeNote, month, date }) => {
    if (!outcome) return [];
    const own = resolved.filter((one) => one.topicId === id);
    const [first] = own;
    return {
      ...{ topicId: id, slug: month, date, outcome, note: outcomeNote },
      minutes: first ? { year: first.minutesYear, number: first.minutesNumber } : null,
      resolutions: own.map((one) => ({
        id: one.id,
        text: one.text,
        lead: units.get(one.leadUnitId)?.name ?? null,
        task: one.task && isOpen(actor, one) ? one.task.number : null,
      })),
    };
  });
  return decided.reverse();
}

function isOpen(actor: Actor, resolved: Awaited<ReturnType<typeof resolutionsOf>>[number]): boolean {
  const { task, leadUnitId, assistingUnitIds, witnessIds } = resolved;
  return (
    task !== null && canSeeTask(actor, { streetId: task.streetId, leadUnitId, assistingUnitIds, witnessIds })
  );
}
