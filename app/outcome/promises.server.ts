import { and, asc, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { minutes, publication, publicTopic, resolution, task, unit } from "~db/schema";
import { type LeftOut, shownText } from "./leftOut";
import { leftOutOf } from "./leftOutOf.server";
import { plainStanding } from "./plainState";
import type { PublicPromise, PublicUnit } from "./published";

/** A row of units. */
export type UnitRow = typeof unit.$inferSelect;

/** A unit as residents meet it. */
export function publicUnit(row: UnitRow): PublicUnit {
  return {
    slug: row.slug,
    name: nameOfUnit(row),
    contact: { zh: row.contactZh, en: row.contactEn },
  };
}

/** The resolutions of seen topics that were seen with them, each with the latest text about its task. */
export async function loadPromises(
  db: Queries,
  topicIds: string[],
  now: string,
): Promise<Map<string, PromiseWithReasons[]>> {
  const byTopic = new Map<string, PromiseWithReasons[]>();
  if (topicIds.length === 0) return byTopic;
  const rows = await db
    .select({ resolution, task, lead: unit, publication })
    .from(resolution)
    // Those that adopted it: what amended minutes add waits to be seen, what earlier ones have adopted does not.
    .innerJoin(minutes, eq(minutes.id, resolution.minutesId))
    .innerJoin(publicTopic, eq(publicTopic.topicId, resolution.topicId))
    .innerJoin(unit, eq(unit.id, resolution.leadUnitId))
    .leftJoin(task, eq(task.resolutionId, resolution.id))
    .leftJoin(publication, and(eq(publication.taskId, task.id), isNull(publication.withdrawnAt)))
    .where(and(inArray(resolution.topicId, topicIds), lte(minutes.epoch, publicTopic.seenEpoch)))
    .orderBy(asc(resolution.ordinal), desc(publication.publishedAt), desc(publication.id));
  const known = new Set<string>();
  // The latest text comes first; earlier ones stand in the matter's history.
  const latest = rows.filter(({ resolution: { id } }) => !known.has(id) && known.add(id));
  const left = await leftOutOf(db, latest.flatMap(subjectsOf));
  for (const row of latest) {
    const { topicId } = row.resolution;
    byTopic.set(topicId, [...(byTopic.get(topicId) ?? []), toPromise(row, left, dayOf(now))]);
  }
  return byTopic;
}

/** A promise, and what is left out of its texts. */
interface PromiseWithReasons {
  promise: PublicPromise;
  left: readonly LeftOut[];
}

interface PromiseRow {
  resolution: typeof resolution.$inferSelect;
  task: typeof task.$inferSelect | null;
  lead: UnitRow;
  publication: typeof publication.$inferSelect | null;
}

const subjectsOf = ({ resolution, publication }: PromiseRow) => [
  resolution.id,
  ...(publication ? [publication.id] : []),
];

function toPromise(
  { resolution, task, lead, publication }: PromiseRow,
  left: Awaited<ReturnType<typeof leftOutOf>>,
  today: string,
): PromiseWithReasons {
  const dueDate = task?.dueDate ?? resolution.dueDate;
  // A power that was exercised on the spot was done with the minutes.
  const standing =
    resolution.kind === "power" ? { state: "done" as const, late: false } : plainStanding(task, today);
  const solvedAt = standing.state === "done" ? (task?.solvedAt ?? null) : null;
  // What was published before it was found solved tells how it stood then: the matter's history has it.
  const current = publication && (solvedAt === null || publication.publishedAt >= solvedAt);
  const inText = left({ kind: "promise", subjectId: resolution.id });
  const inOutcome = publication ? left({ kind: "outcome", subjectId: publication.id }) : [];
  const promise = {
    id: resolution.id,
    ordinal: resolution.ordinal,
    text: shownText(resolution.residentText, inText),
    lead: publicUnit(lead),
    dueDate,
    movedFrom: dueDate === resolution.dueDate ? null : resolution.dueDate,
    ...standing,
    reviewOn: standing.state === "paused" ? (task?.reviewOn ?? null) : null,
    solvedAt,
    outcome: current
      ? { text: shownText(publication.text, inOutcome), publishedAt: publication.publishedAt }
      : null,
  };
  return { promise, left: [...inText, ...inOutcome] };
}
