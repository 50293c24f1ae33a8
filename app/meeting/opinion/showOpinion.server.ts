import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { ShownFiles } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import type { Name } from "~/i18n/language";
import { nameOfUnit, noName } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { person, post, unit } from "~db/schema";
import { findOpinion, versionsOf } from "./findOpinion.server";
import { isLate, isWritable, type Position } from "./opinion";
import { opinionFileRights, opinionFiles } from "./opinionFiles.server";

/** What was submitted, by whom and when. */
export interface SubmittedOpinion {
  ordinal: number;
  position: Position;
  terms: string;
  text: string;
  at: string;
  person: string;
  post: Name;
}

/** Everything the page of one opinion shows. */
export interface OpinionPage {
  now: string;
  meeting: ShownMeeting;
  id: string;
  unit: Name;
  topic: { id: string; title: string };
  dueOn: string;
  late: boolean;
  /** As the unit is writing it; null for everybody else, and once the session has opened. */
  draft: { position: Position | null; terms: string; text: string; version: number } | null;
  /** The draft says something else than what was submitted last. */
  unsubmitted: boolean;
  /** The latest first. */
  submitted: SubmittedOpinion[];
  files: ShownFiles;
}

/** One written opinion. Refuses with `notFound` for others than its unit until it is submitted. */
export async function showOpinion(
  actor: Actor,
  { slug, opinionId }: { slug: string; opinionId: string },
  now: string,
): Promise<Result<OpinionPage>> {
  return read(async (db) => {
    const found = await findOpinion(db, actor, opinionId);
    if (!found || found.meeting.slug !== slug) return refuse("notFound");
    const { id, unitId, topicId, topicTitle, dueOn, submittedAt, position, terms, text, version } = found;
    const [of] = await db
      .select()
      .from(unit)
      .where(inArray(unit.id, [unitId]));
    const submitted = await submittedOf(db, id);
    const last = submitted[0];
    const same = last && last.position === position && last.terms === terms && last.text === text;
    return done({
      ...{ now, id, dueOn, submitted },
      meeting: shownMeeting(found.meeting),
      unit: of ? nameOfUnit(of) : noName,
      topic: { id: topicId, title: topicTitle },
      late: isLate({ dueOn, submittedOn: submittedAt && dayOf(submittedAt) }, dayOf(now)),
      draft: found.own && isWritable(found.meeting) ? { position, terms, text, version } : null,
      unsubmitted: found.own && !same && (position !== null || terms !== "" || text !== ""),
      files: await filesOn(db, actor, opinionFiles.kind, { id, rights: opinionFileRights(found) }),
    });
  });
}

async function submittedOf(db: Queries, opinionId: string): Promise<SubmittedOpinion[]> {
  const rows = await versionsOf(db, opinionId);
  const people = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      inArray(
        person.id,
        rows.map(({ byPersonId }) => byPersonId),
      ),
    );
  const posts = await db
    .select()
    .from(post)
    .where(
      inArray(
        post.id,
        rows.map(({ byPostId }) => byPostId),
      ),
    );
  return rows.map(({ ordinal, position, terms, text, at, byPersonId, byPostId }) => {
    const held = posts.find((one) => one.id === byPostId);
    return {
      ...{ ordinal, position, terms, text, at },
      person: people.find((one) => one.id === byPersonId)?.name ?? "",
      post: held ? { zh: held.titleZh, en: held.titleEn } : noName,
    };
  });
}
