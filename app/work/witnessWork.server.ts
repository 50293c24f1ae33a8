import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { task, taskWitness } from "~db/schema";
import { answerBy, taskLine } from "./taskWork.server";
import type { BareItem } from "./work";

/** Verifications in which somebody was named as witness, and has not yet said whether they were there. */
export async function witnessWork(db: Queries, actor: Actor, { answers }: RuleSet): Promise<BareItem[]> {
  const rows = await db
    .select({ id: task.id, number: task.number, solvedAt: task.solvedAt })
    .from(taskWitness)
    .innerJoin(task, eq(task.id, taskWitness.taskId))
    .where(
      and(eq(taskWitness.personId, actor.personId), eq(taskWitness.state, "named"), eq(task.state, "solved")),
    )
    .orderBy(asc(task.solvedAt))
    .limit(200);
  return rows.map((row) =>
    taskLine(row, "answerWitness", "witness", answerBy(row.solvedAt, answers.strikeOff)),
  );
}
