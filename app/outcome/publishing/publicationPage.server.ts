import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { isOneOfTheDoers } from "~/task/permission";
import type { TaskState } from "~/task/taskState";
import { read } from "~db/read";
import { problem, publication, publicTopic, resolution, task, topic, unit } from "~db/schema";
import { mayTellOutcome } from "./publicationState";
import { taskToPublish } from "./taskToPublish.server";

/** One text that stood or stands before residents. */
export interface Publication {
  id: string;
  text: string;
  publishedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

/** What the office needs to publish a task's outcome. */
export interface PublicationPage {
  number: string;
  title: string;
  problemNumber: string | null;
  /** Residents find the page of the problem. */
  isPublic: boolean;
  state: TaskState;
  lead: Name;
  /** What residents have read about it since the minutes were issued. */
  residentText: string;
  /** What residents read now, the latest first. */
  standing: Publication[];
  /** The latest first. */
  withdrawn: Publication[];
  can: { publish: boolean; withdraw: boolean };
  /** The reader had a hand in doing it: somebody else publishes. */
  barred: boolean;
}

/** The page on which a task's outcome is published or taken back; the office's alone. */
export async function publicationPage(
  actor: Actor,
  number: string,
  now: string,
): Promise<Result<PublicationPage>> {
  return read(async (db) => {
    const found = await taskToPublish(db, actor, number, now);
    if (!found.ok) return found;
    const barred = isOneOfTheDoers(actor, found.value);
    const [row] = await db
      .select({
        task,
        resolution,
        lead: unit,
        title: topic.title,
        problemNumber: problem.number,
        publicTopic,
      })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .innerJoin(topic, eq(topic.id, resolution.topicId))
      .innerJoin(unit, eq(unit.id, task.leadUnitId))
      .leftJoin(publicTopic, eq(publicTopic.topicId, topic.id))
      .leftJoin(problem, eq(problem.id, topic.problemId))
      .where(eq(task.number, number));
    if (!row) return refuse("notFound");
    const texts = await db
      .select()
      .from(publication)
      .where(eq(publication.taskId, row.task.id))
      .orderBy(desc(publication.publishedAt), desc(publication.id));
    const standing = texts.filter((text) => text.withdrawnAt === null);
    return done({
      number,
      title: row.title,
      problemNumber: row.problemNumber,
      isPublic: row.publicTopic?.seenEpoch != null,
      state: row.task.state,
      lead: nameOfUnit(row.lead),
      residentText: row.resolution.residentText,
      standing,
      withdrawn: texts.filter((text) => text.withdrawnAt !== null),
      can: { publish: !barred && mayTellOutcome(row.task.state), withdraw: !barred && standing.length > 0 },
      barred,
    });
  });
}
