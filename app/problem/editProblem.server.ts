import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { problem, problemConcernedUnit } from "~db/schema";
import { indexText } from "~db/search";
import { listOfProblem } from "./findProblem.server";
import { badUnitField, searchableText, setConcernedUnits } from "./insertProblem.server";
import { takesChanges } from "./listing";
import { canChangeProblem } from "./permission";
import { editProblemForm, type ProblemChange } from "./problemForm";
import { findOwnProblem } from "./scope.server";

const schema = editProblemForm.partial();
// Defaults would put a value where the caller gave none and so empty a field nobody touched.
const given = (change: object, parsed: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(parsed).filter(([key]) => key in change));

/**
 * Changes what the street says about a problem, all of it or single fields; the original wording is never
 * among them. Possible while a list it stands on may change.
 * @param input `version` when the writer has seen one; `changedMeanwhile` when there is a newer
 * Refuses with `notFound` (also another street's), `notAllowed` (a community, what it did not raise),
 * `invalid`, `listClosed`, `changedMeanwhile`.
 */
export async function editProblem(
  actor: Actor,
  input: { number: string; version?: number } & ProblemChange,
  now: string,
): Promise<Result<{ version: number }>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const fields = given(input, parsed.data) as Partial<typeof parsed.data>;
  return change(actor, now, async (tx, book) => {
    const row = await findOwnProblem(tx, actor, input.number);
    if (!row) return refuse("notFound");
    if (!canChangeProblem(actor, row)) return refuse("notAllowed");
    const place = await listOfProblem(tx, row.id);
    if (!place || !takesChanges(place.day.stage, place.list.state)) return refuse("listClosed");
    if (input.version !== undefined && input.version !== row.version) return refuse("changedMeanwhile");
    const field = await badUnitField(tx, row.streetId, fields);
    if (field) return refuse("invalid", { field });
    const before = { ...row, concernedUnitIds: await concernedIds(tx, row.id) };
    const changed = differing(before, fields);
    if (Object.keys(changed).length > 0 && !(await write(tx, row, changed)))
      return refuse("changedMeanwhile");
    await book({
      verb: "problem.edit",
      subject: { kind: "problem", id: row.id },
      scopeUnitId: row.streetId,
      before: Object.fromEntries(
        Object.keys(changed).map((key) => [key, before[key as keyof typeof before]]),
      ),
      after: changed,
    });
    return done({ version: row.version + (Object.keys(changed).length > 0 ? 1 : 0) });
  });
}

async function concernedIds(tx: Queries, problemId: string): Promise<string[]> {
  const rows = await tx
    .select({ unitId: problemConcernedUnit.unitId })
    .from(problemConcernedUnit)
    .where(eq(problemConcernedUnit.problemId, problemId));
  return rows.map((row) => row.unitId);
}

type Fields = Partial<ReturnType<typeof editProblemForm.parse>>;

function differing(before: Record<string, unknown>, fields: Fields): Fields {
  const same = (a: unknown, b: unknown) =>
    Array.isArray(a) && Array.isArray(b)
      ? JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
      : (a || null) === (b || null);
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => !same(before[key], value)));
}

async function write(tx: Queries, row: typeof problem.$inferSelect, changed: Fields): Promise<boolean> {
  const { concernedUnitIds, ...columns } = changed;
  // An unchosen unit is no unit.
  for (const key of ["communityId", "seesUnitId", "powerUnitId"] as const)
    if (key in columns) columns[key] = columns[key] || null;
  const rows = await tx
    .update(problem)
    .set({ ...columns, version: row.version + 1 })
    .where(and(eq(problem.id, row.id), eq(problem.version, row.version)))
    .returning();
  const after = rows[0];
  if (!after) return false;
  if (concernedUnitIds) await setConcernedUnits(tx, row.id, concernedUnitIds);
  await indexText(tx, { kind: "problem", subjectId: row.id, text: searchableText(after) });
  return true;
}
