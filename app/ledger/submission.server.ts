import { eq, lt } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { KeyedMutex } from "~db/keyedMutex";
import { read } from "~db/read";
import { submission } from "~db/schema";
import type { Result } from "./result";

/** For how long a form that was carried out is known again. */
const keptDays = 7;

const underWay = new KeyedMutex();

/** What is kept of a success; JSON leaves out a value that is undefined. */
interface Kept {
  value?: unknown;
}

/**
 * Carries out a form once. Sent again, after or while it is carried out, it is answered with the same value and
 * nothing is written. What was refused, or failed, is tried anew.
 * @param id of the form as it was sent; without one `work` simply runs
 * @param work passes the id on to `change`, which keeps what it answers, in the transaction of what is done. Of
 * several changes the first to get the id counts, and must answer what the use case answers.
 */
export function once<T>(id: string | undefined, work: () => Promise<Result<T>>): Promise<Result<T>> {
  if (id === undefined) return work();
  return underWay.take(id, async () => {
    const kept = await keptAnswer(id);
    if (kept !== undefined) return { ok: true, value: (JSON.parse(kept) as Kept).value as T };
    return work();
  });
}

/** Keeps that a form is carried out, and what it is answered, in the transaction that does it. */
export async function keepSubmission(tx: Queries, id: string, value: unknown, now: string): Promise<void> {
  const answer = JSON.stringify({ value } satisfies Kept);
  await tx.insert(submission).values({ id, answer, at: now }).onConflictDoNothing();
  const oldest = new Date(Date.parse(now) - keptDays * 24 * 60 * 60 * 1000).toISOString();
  await tx.delete(submission).where(lt(submission.at, oldest));
}

async function keptAnswer(id: string): Promise<string | undefined> {
  const rows = await read((db) =>
    db.select({ answer: submission.answer }).from(submission).where(eq(submission.id, id)),
  );
  return rows[0]?.answer;
}
