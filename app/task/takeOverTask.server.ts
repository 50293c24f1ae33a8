import { instantOf } from "~/calendar/day";
import type { Author, Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { task, taskEntry } from "~db/schema";
import { indexSubject } from "~db/search";
import { taskSearch } from "./taskSearch.server";
import type { TakenOverState } from "./taskState";

/** A task as an earlier ledger has it. */
export interface TaskTakenOver {
  number: string;
  resolutionId: string;
  meetingId: string;
  streetId: string;
  leadUnitId: string;
  state: TakenOverState;
  /** The day of the meeting that resolved it: it runs since then. */
  since: string;
  dueDate: string;
  /** What the ledger said of its progress. */
  text: string;
}

/**
 * Creates a task in the middle of its course, inside the caller's transaction. It is overseen by the consultation office
 * of the district. Whether it was solved nobody found here: one that is done is struck off, and no more.
 */
export async function takeOverTask(
  tx: Queries,
  book: Book,
  { personId, postId }: Author,
  { since, text, ...input }: TaskTakenOver,
  now: string,
): Promise<string> {
  const id = newId();
  const { state, dueDate } = input;
  await tx.insert(task).values({
    ...input,
    id,
    overseerUnitId: null,
    originalDueDate: dueDate,
    dispatchedAt: instantOf(since, "00:00"),
    handledAt: state === "handled" ? now : null,
    struckOffAt: state === "struckOff" ? now : null,
    // The ledgers say no day for it: it is looked at when it falls due.
    reviewOn: state === "suspended" ? dueDate : null,
  });
  const by = { byPersonId: personId, byPostId: postId };
  await tx.insert(taskEntry).values({ id: newId(), taskId: id, event: "takeOver", text, ...by, at: now });
  await indexSubject(tx, taskSearch, id);
  await book({ verb: "task.takeOver", subject: { kind: "task", id }, after: { ...input, text } });
  return id;
}
