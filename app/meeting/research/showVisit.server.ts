import { asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { ShownFiles } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import type { Name } from "~/i18n/language";
import { titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { person, post, topic, visitEntry } from "~db/schema";
import { type FoundVisit, findVisit } from "./findVisit.server";
import type { Matter } from "./mattersOf.server";
import { writesResearch } from "./research";
import { type VisitChoices, visitChoices } from "./showResearch.server";
import { visitFileRights, visitFiles } from "./visitFiles.server";

/** A note of a visit. */
export interface ShownEntry {
  id: string;
  text: string;
  writtenAt: string;
  editedAt: string | null;
  person: string;
  post: Name;
  version: number;
}

/** Everything the page of one visit shows. */
export interface VisitPage {
  now: string;
  meeting: ShownMeeting;
  visit: Pick<
    FoundVisit,
    "id" | "kind" | "title" | "date" | "people" | "version" | "problemIds" | "topicIds"
  >;
  /** What it concerns, as far as the reader sees it. */
  problems: Matter[];
  topics: Matter[];
  entries: ShownEntry[];
  files: ShownFiles;
  /** What can be said of it; null for who only reads. */
  choices: VisitChoices | null;
  /** Whose notes a phone keeps for this page. */
  me: { personId: string };
}

/** One visit with its notes and photos. Refuses with `notFound`. */
export async function showVisit(
  actor: Actor,
  { slug, visitId }: { slug: string; visitId: string },
  now: string,
): Promise<Result<VisitPage>> {
  return read(async (db) => {
    const found = await findVisit(db, actor, visitId);
    if (!found || found.meeting.slug !== slug) return refuse("notFound");
    const { id, kind, title, date, people, version, right } = found;
    const choices = await visitChoices(db, actor, found.meeting);
    const problems = choices.problems.filter((one) => found.problemIds.includes(one.id));
    const topics = await topicsNamed(db, found.topicIds);
    const seen = { problemIds: problems.map((one) => one.id), topicIds: found.topicIds };
    return done({
      ...{ now, problems, topics },
      meeting: shownMeeting(found.meeting),
      visit: { id, kind, title, date, people, version, ...seen },
      entries: await entriesOf(db, id),
      files: await filesOn(db, actor, visitFiles.kind, { id, rights: visitFileRights(right) }),
      choices: writesResearch(right) ? choices : null,
      me: { personId: actor.personId },
    });
  });
}

async function topicsNamed(db: Queries, ids: readonly string[]): Promise<Matter[]> {
  const rows = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .where(inArray(topic.id, [...ids]))
    .orderBy(asc(topic.id));
  return rows.map((one) => ({ ...one, number: null }));
}

/** The notes of a visit that the reader sees, in the order they were written. */
export async function entriesOf(db: Queries, visitId: string): Promise<ShownEntry[]> {
  const rows = await db
    .select({ entry: visitEntry, person: person.name, post: titleOfPost(post) })
    .from(visitEntry)
    .innerJoin(person, eq(person.id, visitEntry.byPersonId))
    .innerJoin(post, eq(post.id, visitEntry.byPostId))
    .where(eq(visitEntry.visitId, visitId))
    .orderBy(asc(visitEntry.writtenAt), asc(visitEntry.id));
  return rows.map(({ entry: { id, text, writtenAt, editedAt, version }, person: by, post: held }) => ({
    ...{ id, text, writtenAt, editedAt, version },
    ...{ person: by, post: held },
  }));
}
