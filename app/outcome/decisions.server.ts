import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/access/names";
import { dayOf } from "~/calendar/day";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, minutes, problem, publication, resolution, task, topic, unit } from "~db/schema";
import { inForce } from "./issuedDays.server";
import { plainStanding } from "./plainState";
import type { PublicDecision, PublicPromise, PublicStreetName, PublicUnit } from "./published";

const host = alias(unit, "host");
const street = alias(unit, "street");

type UnitRow = typeof unit.$inferSelect;

/** A unit as residents meet it. */
export function publicUnit(row: UnitRow): PublicUnit {
  return {
    slug: row.slug,
    name: nameOfUnit(row),
    contact: { zh: row.contactZh, en: row.contactEn },
  };
}

function streetName(row: UnitRow): PublicStreetName {
  return { slug: row.slug, name: nameOfUnit(row) };
}

/**
 * The decided topics of days whose minutes are in force, with what was promised: the latest day first, in a
 * day as the minutes have them. Only columns named here leave the database for a public page.
 * @param where further condition on topic, problem or consultationDay
 * @param now instant, UTC ISO: today decides what is late
 */
export async function loadDecisions(
  db: Queries,
  where: SQL | undefined,
  now: string,
): Promise<PublicDecision[]> {
  const rows = await db
    .select({
      topicId: topic.id,
      title: topic.title,
      outcome: topic.outcome,
      month: meeting.slug,
      date: meeting.date,
      host,
      number: problem.number,
      street,
    })
    .from(minutes)
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .innerJoin(host, eq(host.id, meeting.hostUnitId))
    .innerJoin(topic, eq(topic.meetingId, minutes.meetingId))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(street, eq(street.id, problem.streetId))
    .where(
      and(
        inForce(db),
        inArray(topic.kind, ["topic", "other"]),
        isNotNull(topic.outcome),
        isNull(topic.withdrawnAt),
        where,
      ),
    )
    .orderBy(desc(meeting.slug), asc(topic.id));
  const promises = await loadPromises(
    db,
    rows.map((row) => row.topicId),
    now,
  );
  const decisions = rows.map((row) => ({
    ...row,
    outcome: row.outcome!,
    host: streetName(row.host),
    street: row.street && streetName(row.street),
    promises: promises.get(row.topicId) ?? [],
  }));
  return decisions.sort(asInMinutes);
}

/** The latest day first; in a day by the first resolution, topics without any at the end. */
function asInMinutes(one: PublicDecision, other: PublicDecision): number {
  if (one.month !== other.month) return one.month < other.month ? 1 : -1;
  const place = (decision: PublicDecision) => decision.promises[0]?.ordinal ?? Number.MAX_SAFE_INTEGER;
  return place(one) - place(other);
}

async function loadPromises(db: Queries, topicIds: string[], now: string) {
  const byTopic = new Map<string, PublicPromise[]>();
  if (topicIds.length === 0) return byTopic;
  const rows = await db
    .select({ resolution, task, lead: unit, publication })
    .from(resolution)
    // Those in force hold what earlier minutes of the day have adopted.
    .innerJoin(minutes, eq(minutes.meetingId, resolution.meetingId))
    .innerJoin(unit, eq(unit.id, resolution.leadUnitId))
    .leftJoin(task, eq(task.resolutionId, resolution.id))
    .leftJoin(publication, and(eq(publication.taskId, task.id), isNull(publication.withdrawnAt)))
    .where(and(inArray(resolution.topicId, topicIds), inForce(db)))
    .orderBy(asc(resolution.ordinal), desc(publication.publishedAt), desc(publication.id));
  const today = dayOf(now);
  const known = new Set<string>();
  for (const row of rows) {
    const { id, topicId } = row.resolution;
    // The latest text comes first; earlier ones stand in the matter's history.
    if (known.has(id)) continue;
    known.add(id);
    byTopic.set(topicId, [...(byTopic.get(topicId) ?? []), toPromise(row, today)]);
  }
  return byTopic;
}

interface PromiseRow {
  resolution: typeof resolution.$inferSelect;
  task: typeof task.$inferSelect | null;
  lead: UnitRow;
  publication: typeof publication.$inferSelect | null;
}

function toPromise({ resolution, task, lead, publication }: PromiseRow, today: string): PublicPromise {
  const dueDate = task?.dueDate ?? resolution.dueDate;
  const standing = plainStanding(task, today);
  const solvedAt = standing.state === "done" ? (task?.solvedAt ?? null) : null;
  // What was published before it was found solved tells how it stood then: the matter's history has it.
  const current = publication && (solvedAt === null || publication.publishedAt >= solvedAt);
  return {
    id: resolution.id,
    ordinal: resolution.ordinal,
    text: resolution.residentText,
    lead: publicUnit(lead),
    dueDate,
    movedFrom: dueDate === resolution.dueDate ? null : resolution.dueDate,
    ...standing,
    reviewOn: standing.state === "paused" ? (task?.reviewOn ?? null) : null,
    solvedAt,
    outcome: current ? { text: publication.text, publishedAt: publication.publishedAt } : null,
  };
}
