import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { contradictionOf, factsOf, type Statement } from "~/task/statement";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, resolution, task } from "~db/schema";
import { isCalled } from "./calledTasks.server";
import { isBarredFromDone } from "./isBarredFromDone.server";
import { meetingLookingBack } from "./meetingLookingBack.server";
import { milestonesOfTasks } from "./milestonesOfTasks.server";
import { statementMark } from "./statementForm";

/** What is stated about one task on one day. */
export interface StatementInput {
  slug: string;
  number: string;
  statement: Statement;
  text: string;
  /** Mark of the statement that the writer has seen; `changedMeanwhile` when another stands there. */
  version?: number;
}

/**
 * States at the look-back what came of one task: by the office or the chair, while the day is in session
 * (`wrongStage`). What contradicts what is known of the task is refused with the fact that says so (`saidOverdue` …), and
 * done is said by nobody who did it (`doerMayNotJudge`). Said again, the statement replaces the one before, which stays
 * in the ledger.
 */
export async function stateAtLookBack(
  actor: Actor,
  input: StatementInput,
  now: string,
): Promise<Result<{ number: string }>> {
  const { slug, number, statement, text } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingLookingBack(tx, actor, slug);
    if (!found.ok) return found;
    const day = found.value;
    const called = await findCalled(tx, day, number);
    if (!called) return refuse("notFound");
    if (statement === "done" && (await isBarredFromDone(tx, actor, day, called, now)))
      return refuse("doerMayNotJudge", { field: "statement" });
    const contradicted = contradictionOf(statement, factsOf(called, dayOf(now)));
    if (contradicted) return refuse(contradicted, { field: "statement" });
    const said = { statement, text, saidAs: "called" as const, byPostId: actor.postId, at: now };
    const at = { meetingId: day.id, taskId: called.id };
    const before = await saidBefore(tx, at);
    if (input.version !== undefined && input.version !== statementMark(before))
      return overtaken(tx, { kind: "task", id: called.id });
    await write(tx, book, at, { before, said });
    await later(freshness, { kind: "lookBack", slug });
    return done({ number });
  });
}

async function findCalled(tx: Queries, day: Parameters<typeof isCalled>[1], number: string) {
  const [row] = await tx
    .select({ task })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .where(and(eq(task.number, number), isCalled(tx, day)))
    .limit(1);
  if (!row) return undefined;
  const milestones = await milestonesOfTasks(tx, [row.task.id]);
  return { ...row.task, milestones: milestones(row.task.id) };
}

interface StatementPlace {
  meetingId: string;
  taskId: string;
}

async function saidBefore(tx: Queries, { meetingId, taskId }: StatementPlace) {
  const [before] = await tx
    .select({ statement: lookBackStatement.statement, text: lookBackStatement.text })
    .from(lookBackStatement)
    .where(and(eq(lookBackStatement.meetingId, meetingId), eq(lookBackStatement.taskId, taskId)));
  return before;
}

async function write(
  tx: Queries,
  book: Book,
  { meetingId, taskId }: StatementPlace,
  {
    before,
    said,
  }: {
    before: Awaited<ReturnType<typeof saidBefore>>;
    said: { statement: Statement; text: string; saidAs: "called"; byPostId: string; at: string };
  },
) {
  await tx
    .insert(lookBackStatement)
    .values({ id: newId(), meetingId, taskId, ...said })
    .onConflictDoUpdate({ target: [lookBackStatement.meetingId, lookBackStatement.taskId], set: said });
  await book({
    verb: "task.stateAtLookBack",
    subject: { kind: "task", id: taskId },
    before,
    after: { meetingId, statement: said.statement, text: said.text },
  });
}
