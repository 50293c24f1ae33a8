import { eq, inArray } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { milestone, resolution, task, taskEntry } from "~db/schema";
import { indexSubject } from "~db/search";
import { lastTaskCount } from "./lastTaskCount.server";
import { taskNumber } from "./taskNumber";
import { taskSearch } from "./taskSearch.server";

/** What one resolution asks for. `dueDate` becomes the original due date, which never changes. */
export interface NewTask {
  resolutionId: string;
  streetId: string;
  leadUnitId: string;
  /** Who strikes it off; null for the consultation office of the district. */
  overseerUnitId: string | null;
  dueDate: string;
  milestones: readonly { text: string; due: string }[];
}

/**
 * Creates the tasks of issued minutes inside the caller's transaction, in the given order, numbered on from
 * the last of the year (RW-2026-0001 …). A resolution has one task and no more: one that already has its
 * task gets that one back.
 */
export async function createTasks(
  tx: Queries,
  book: Book,
  input: { year: number; tasks: readonly NewTask[] },
  now: string,
): Promise<{ id: string; number: string }[]> {
  const known = await tasksOfResolutions(
    tx,
    input.tasks.map((one) => one.resolutionId),
  );
  let count = await lastTaskCount(tx, input.year);
  const created: { id: string; number: string }[] = [];
  for (const one of input.tasks) {
    let made = known.get(one.resolutionId);
    if (!made) {
      count += 1;
      made = await createTask(tx, book, one, taskNumber(input.year, count), now);
      known.set(one.resolutionId, made);
    }
    created.push(made);
  }
  return created;
}

async function tasksOfResolutions(tx: Queries, resolutionIds: string[]) {
  const found = new Map<string, { id: string; number: string }>();
  if (resolutionIds.length === 0) return found;
  const rows = await tx
    .select({ id: task.id, number: task.number, resolutionId: task.resolutionId })
    .from(task)
    .where(inArray(task.resolutionId, resolutionIds));
  for (const { resolutionId, ...row } of rows) found.set(resolutionId, row);
  return found;
}

async function createTask(tx: Queries, book: Book, input: NewTask, number: string, now: string) {
  const { milestones, dueDate, ...rest } = input;
  const id = newId();
  const meetingId = await meetingOf(tx, input.resolutionId);
  await tx
    .insert(task)
    .values({ id, number, meetingId, ...rest, originalDueDate: dueDate, dueDate, dispatchedAt: now });
  for (const step of milestones)
    await tx.insert(milestone).values({ id: newId(), taskId: id, text: step.text, due: step.due });
  await tx.insert(taskEntry).values({ id: newId(), taskId: id, event: "dispatch", text: "", at: now });
  await indexSubject(tx, taskSearch, id);
  const subject = { kind: "task", id };
  await book({ verb: "task.dispatch", subject, after: { number, ...input }, told: true });
  return { id, number };
}

async function meetingOf(tx: Queries, resolutionId: string): Promise<string> {
  const [promise] = await tx
    .select({ meetingId: resolution.meetingId })
    .from(resolution)
    .where(eq(resolution.id, resolutionId));
  if (!promise) throw new Error("a task comes from an adopted resolution");
  return promise.meetingId;
}
