import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { importedFile, importedRow, listing, problem, problemChannel, withheldProblem } from "~db/schema";
import type { ImportPlace } from "./importList.server";

/**
 * Takes an import back as a whole: its problems leave the list and are there for nobody any more, and the same file can
 * be imported anew. Refuses with `notFound`, `notAllowed`, `listClosed`, and with `importTouched` when one of its
 * problems was changed, taken off or sent since.
 */
export async function undoImport(
  actor: Actor,
  { month, street: slug, fileId }: ImportPlace & { fileId: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const street = await findStreet(tx, slug);
    if (!street || !canList(actor, "see", { streetId: street.id })) return refuse("notFound");
    if (!canList(actor, "import", { streetId: street.id })) return refuse("notAllowed");
    const found = await findStreetList(tx, month, street.id);
    if (!found?.list || !(await isDone(tx, fileId, found.list.id))) return refuse("notFound");
    if (!takesChanges(found.day.stage, found.list.state)) return refuse("listClosed");
    if (await isTouched(tx, fileId)) return refuse("importTouched");
    const taken = await takeBack(tx, fileId, now);
    await book({
      verb: "problem.undoImport",
      subject: { kind: "importedFile", id: fileId },
      scopeUnitId: street.id,
      after: { accepted: taken },
    });
    return done(null);
  });
}

async function isDone(tx: Queries, fileId: string, listId: string): Promise<boolean> {
  const [file] = await tx
    .select({ id: importedFile.id })
    .from(importedFile)
    .where(and(eq(importedFile.id, fileId), eq(importedFile.listId, listId), eq(importedFile.state, "done")));
  return file !== undefined;
}

/** Whether something was done with one of an import's problems since. Its place in the order does not count. */
export async function isTouched(db: Queries, fileId: string): Promise<boolean> {
  const [touched] = await db
    .select({ id: problem.id })
    .from(importedRow)
    .innerJoin(problem, eq(problem.importedRowId, importedRow.id))
    .innerJoin(listing, eq(listing.problemId, problem.id))
    .where(
      and(
        eq(importedRow.fileId, fileId),
        or(ne(problem.version, 1), isNotNull(problem.submittedAt), ne(listing.state, "draft")),
      ),
    )
    .limit(1);
  return touched !== undefined;
}

async function takeBack(tx: Queries, fileId: string, now: string): Promise<number> {
  const problems = tx
    .select({ problemId: problem.id, fileId: sql<string>`${fileId}`.as("file_id") })
    .from(importedRow)
    .innerJoin(problem, eq(problem.importedRowId, importedRow.id))
    .where(eq(importedRow.fileId, fileId));
  const taken = await tx
    .insert(withheldProblem)
    .select(problems)
    .returning({ id: withheldProblem.problemId });
  const withheld = tx
    .select({ id: withheldProblem.problemId })
    .from(withheldProblem)
    .where(eq(withheldProblem.fileId, fileId));
  await tx.update(listing).set({ state: "withdrawn" }).where(sql`${listing.problemId} in ${withheld}`);
  await tx
    .update(problemChannel)
    .set({ until: now })
    .where(and(sql`${problemChannel.problemId} in ${withheld}`, isNull(problemChannel.until)));
  await tx.update(importedFile).set({ state: "undone" }).where(eq(importedFile.id, fileId));
  return taken.length;
}
