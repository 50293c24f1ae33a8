import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { visibleProblems } from "~/problem/scope.server";
import { listResolutions } from "~/record/document/record";
import { findTask } from "~/task/findTask.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { problem, resolution, topic } from "~db/schema";
import { canTendNeed, takesNeeds } from "./need";
import type { NeedPlace } from "./resourceForm";
import type { NeedSubject } from "./shownResource";

/** Where a new need is to stand, and whose it is. */
export interface PlaceOfNeed {
  problemId: string | null;
  taskId: string | null;
  topicId: string | null;
  resolutionId: string | null;
  scopeUnitId: string | undefined;
  /** The meeting whose pages show it at once. */
  slug: string | null;
  subject: Omit<NeedSubject, "to">;
}

const nowhere = { problemId: null, taskId: null, topicId: null, resolutionId: null, slug: null };

/**
 * Finds the problem, task or drafted resolution that a new need is to stand on. Refuses with `notFound` for what one
 * does not see, `notAllowed` for what is another unit's, `wrongTaskState` for a task that is struck off.
 */
export async function placeOfNeed(actor: Actor, asked: NeedPlace, now: string): Promise<Result<PlaceOfNeed>> {
  const { problem: number, task, meeting, resolution: drafted } = asked;
  if (number) return read((db) => onProblem(db, actor, number));
  if (task) return read((db) => onTask(db, actor, task, now));
  if (meeting && drafted) return onResolution(actor, meeting, drafted);
  return refuse("notFound");
}

async function onProblem(db: Queries, actor: Actor, number: string): Promise<Result<PlaceOfNeed>> {
  const [row] = await db
    .select()
    .from(problem)
    .where(and(eq(problem.number, number), visibleProblems(db, actor)));
  if (!row) return refuse("notFound");
  if (!canTendNeed(actor, { ownerUnitId: row.streetId })) return refuse("notAllowed");
  return done({
    ...nowhere,
    problemId: row.id,
    scopeUnitId: row.submittedAt === null ? row.streetId : undefined,
    subject: { on: "problem", number, title: row.title, meeting: null },
  });
}

async function onTask(db: Queries, actor: Actor, number: string, now: string): Promise<Result<PlaceOfNeed>> {
  const found = await findTask(db, actor, number, now);
  if (!found) return refuse("notFound");
  if (!canTendNeed(actor, { ownerUnitId: found.leadUnitId })) return refuse("notAllowed");
  if (!takesNeeds(found)) return refuse("wrongTaskState");
  const [about] = await db
    .select({ title: topic.title })
    .from(resolution)
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(eq(resolution.id, found.resolutionId));
  return done({
    ...nowhere,
    taskId: found.id,
    scopeUnitId: undefined,
    subject: { on: "task", number, title: about?.title ?? "", meeting: null },
  });
}

/** Whoever writes the resolutions of its topic says what one of them needs: who takes the notes, and who holds the meeting. */
async function onResolution(actor: Actor, slug: string, id: string): Promise<Result<PlaceOfNeed>> {
  const held = await read((db) => mayWriteIn(db, actor, slug));
  if (!held) return refuse("notFound");
  const { document } = await recordOf(slug);
  const slip = listResolutions(document).find((one) => one.id === id);
  if (!slip?.topicId || slip.id.length > 64) return refuse("notFound");
  const { topicId } = slip;
  return read(async (db) => {
    const [about] = await db
      .select()
      .from(topic)
      .where(and(eq(topic.id, topicId), eq(topic.meetingId, held.id)));
    if (!about) return refuse("notFound");
    const mayWrite = await partRightsOf(db, actor, held);
    if (!mayWrite({ kind: "resolutions", topicId })) return refuse("notAllowed");
    const { title, date } = held;
    return done({
      ...nowhere,
      ...{ problemId: about.problemId, topicId, resolutionId: id, slug },
      scopeUnitId: ledgerScopeOf(held),
      subject: { on: "resolution", number: null, title: about.title, meeting: { slug, title, date } },
    });
  });
}

async function mayWriteIn(db: Queries, actor: Actor, slug: string): Promise<Meeting | undefined> {
  const held = await findMeeting(db, slug);
  if (!held) return undefined;
  const sees = holdsMeeting(actor, held) || (await roomRight(db, actor, held)) !== "none";
  return sees ? held : undefined;
}
