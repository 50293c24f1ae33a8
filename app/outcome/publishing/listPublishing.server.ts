import { and, count, desc, eq, isNull } from "drizzle-orm";
import { type Actor, seesPublishing } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { meeting, publicTopic, topic, unit } from "~db/schema";
import { canPublish } from "./permission";

/** How far one issued meeting is public. */
export interface PublishingLine {
  meeting: NamedMeeting;
  host: { slug: string; name: Name };
  /** Topics that wait to be looked at, and topics of which residents read. */
  waiting: number;
  shown: number;
}

/** Every issued meeting of which residents read or will read. */
export interface PublishingListPage {
  lines: PublishingLine[];
  can: { publish: boolean };
}

/** The issued meetings with topics that are public or wait for it: those that wait first, then the latest. Refuses with `notFound`. */
export async function listPublishing(actor: Actor): Promise<Result<PublishingListPage>> {
  if (!seesPublishing(actor)) return refuse("notFound");
  const rows = await read((db) =>
    db
      .select({ meeting, unit, waiting: count(publicTopic.waitsSince), shown: count(publicTopic.seenEpoch) })
      .from(publicTopic)
      .innerJoin(topic, and(eq(topic.id, publicTopic.topicId), isNull(topic.withdrawnAt)))
      .innerJoin(meeting, eq(meeting.id, publicTopic.meetingId))
      .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
      .groupBy(publicTopic.meetingId)
      .orderBy(desc(meeting.date), desc(meeting.id)),
  );
  const lines = rows.map(({ meeting: held, unit: host, waiting, shown }) => ({
    ...{ meeting: { slug: held.slug, title: held.title, date: held.date }, waiting, shown },
    host: { slug: host.slug, name: nameOfUnit(host) },
  }));
  const sorted = [...lines.filter((line) => line.waiting > 0), ...lines.filter((line) => line.waiting === 0)];
  return done({ lines: sorted, can: { publish: canPublish(actor) } });
}
