import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { newId } from "~/ledger/identifier.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { visit, visitMatter } from "~db/schema";
import { findVisit, researchRight } from "./findVisit.server";
import { mattersOf } from "./mattersOf.server";
import { writesResearch } from "./research";

/** What is said of a visit. */
export interface VisitWords {
  slug: string;
  /** A code of the rules' list of research. */
  kind: string;
  title: string;
  date: string;
  people: string;
  problemId: readonly string[];
  topicId: readonly string[];
}

/**
 * Puts a visit down, with the matters it concerns. Refuses with `notFound`, `notAllowed`, `invalid` for a kind that the
 * rules do not offer and for matters that are none of the meeting's.
 * @returns its id
 */
export async function addVisit(actor: Actor, input: VisitWords, now: string): Promise<Result<string>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const held = await findMeeting(tx, input.slug);
    const right = held ? await researchRight(tx, actor, held) : "none";
    if (!held || right === "none") return refuse("notFound");
    if (!writesResearch(right)) return refuse("notAllowed");
    const wrong = await faultOf(tx, actor, held, input);
    if (wrong) return refuse("invalid", { field: wrong });
    const { kind, title, date, people } = input;
    const id = newId();
    const by = { byPersonId: actor.personId, byPostId: actor.postId, createdAt: now };
    await tx.insert(visit).values({ id, meetingId: held.id, kind, title, date, people, ...by });
    await setMatters(tx, id, input);
    const { problemId, topicId } = input;
    const after = { kind, title, date, people, problemId, topicId };
    await book({ verb: "session.addVisit", subject: { kind: "visit", id }, after });
    return done(id);
  });
}

/** Changes what is said of a visit. Refuses like `addVisit`, and with `changedMeanwhile`. */
export async function editVisit(
  actor: Actor,
  input: VisitWords & { visitId: string; version: number },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await findVisit(tx, actor, input.visitId);
    if (!found || found.meeting.slug !== input.slug) return refuse("notFound");
    if (!writesResearch(found.right)) return refuse("notAllowed");
    const subject = { kind: "visit", id: found.id };
    if (found.version !== input.version) return overtaken(tx, subject);
    const wrong = await faultOf(tx, actor, found.meeting, input, found);
    if (wrong) return refuse("invalid", { field: wrong });
    const { kind, title, date, people, problemId, topicId } = input;
    const changed = await tx
      .update(visit)
      .set({ kind, title, date, people, version: found.version + 1 })
      .where(and(eq(visit.id, found.id), eq(visit.version, found.version)))
      .returning({ id: visit.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    // What the reader does not see of what it concerns stays as it is.
    const seen = await mattersOf(tx, actor, found.meeting);
    await setMatters(
      tx,
      found.id,
      input,
      [...seen.problems, ...seen.topics].map(({ id }) => id),
    );
    const { problemIds, topicIds } = found;
    const was = { kind: found.kind, title: found.title, date: found.date, people: found.people };
    await book({
      verb: "session.editVisit",
      subject,
      before: { ...was, problemId: problemIds, topicId: topicIds },
      after: { kind, title, date, people, problemId, topicId },
    });
    return done(null);
  });
}

async function faultOf(
  tx: Queries,
  actor: Actor,
  held: NonNullable<Awaited<ReturnType<typeof findMeeting>>>,
  { kind, problemId, topicId }: VisitWords,
  was?: { kind: string },
): Promise<"kind" | "problemId" | "topicId" | undefined> {
  const { lists } = await rulesOfMeeting(tx, held.id);
  const kinds = offered(lists.research).map(({ code }) => code);
  if (kind !== was?.kind && !kinds.includes(kind)) return "kind";
  const { problems, topics } = await mattersOf(tx, actor, held);
  if (problemId.some((one) => !problems.some(({ id }) => id === one))) return "problemId";
  return topicId.some((one) => !topics.some(({ id }) => id === one)) ? "topicId" : undefined;
}

async function setMatters(
  tx: Queries,
  visitId: string,
  { problemId, topicId }: Pick<VisitWords, "problemId" | "topicId">,
  replaced: readonly string[] = [],
): Promise<void> {
  await tx
    .delete(visitMatter)
    .where(and(eq(visitMatter.visitId, visitId), inArray(visitMatter.matterId, [...replaced])));
  const rows = [
    ...problemId.map((id) => ({ visitId, matterId: id, problemId: id })),
    ...topicId.map((id) => ({ visitId, matterId: id, topicId: id })),
  ];
  if (rows.length > 0) await tx.insert(visitMatter).values(rows).onConflictDoNothing();
}
