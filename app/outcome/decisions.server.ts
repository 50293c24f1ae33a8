import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, minutes, problem, publicTopic, topic, unit } from "~db/schema";
import { inForce } from "./issuedDays.server";
import { shownText } from "./leftOut";
import { leftOutOf } from "./leftOutOf.server";
import { loadPromises, type UnitRow } from "./promises.server";
import type { PublicDecision, PublicStreetName } from "./published";
import { reasonsOf } from "./reasonsOf";

const host = alias(unit, "host");
const street = alias(unit, "street");

function streetName(row: UnitRow): PublicStreetName {
  return { slug: row.slug, name: nameOfUnit(row) };
}

/** Keeps the topics of which something was seen, and so is public; `public_topic` is joined by its key. */
export const isSeen = isNotNull(publicTopic.seenEpoch);

/**
 * The decided topics of days whose minutes are in force, with what was promised, as far as the office has seen it: the
 * latest day first, in a day as the minutes have them. Only columns named here leave the database for a public page,
 * and their texts without what is left out.
 * @param where further condition on topic, publicTopic, problem or meeting
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
      title: publicTopic.title,
      outcome: topic.outcome,
      deferredTo: topic.deferredToDate,
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
    .innerJoin(publicTopic, eq(publicTopic.topicId, topic.id))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(street, eq(street.id, problem.streetId))
    .where(
      and(
        inForce(db),
        inArray(topic.kind, ["topic", "other"]),
        isNotNull(topic.outcome),
        isNull(topic.withdrawnAt),
        isSeen,
        where,
      ),
    )
    .orderBy(desc(meeting.slug), asc(topic.id));
  const topicIds = rows.map((row) => row.topicId);
  const promised = await loadPromises(db, topicIds, now);
  const left = await leftOutOf(db, topicIds);
  const decisions = rows.map((row) => {
    const inTitle = left({ kind: "title", subjectId: row.topicId });
    const promises = promised.get(row.topicId) ?? [];
    return {
      ...row,
      title: shownText(row.title!, inTitle),
      outcome: row.outcome!,
      host: streetName(row.host),
      street: row.street && streetName(row.street),
      promises: promises.map(({ promise }) => promise),
      leftOut: reasonsOf([...inTitle, ...promises.flatMap((one) => one.left)]),
    };
  });
  return decisions.sort(asInMinutes);
}

/** The latest day first; in a day by the first resolution, topics without any at the end. */
function asInMinutes(one: PublicDecision, other: PublicDecision): number {
  if (one.month !== other.month) return one.month < other.month ? 1 : -1;
  const place = (decision: PublicDecision) => decision.promises[0]?.ordinal ?? Number.MAX_SAFE_INTEGER;
  return place(one) - place(other);
}
