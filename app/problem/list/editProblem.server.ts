import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { proposalOf } from "~/problem/communityProposal.server";
import { listOfProblem } from "~/problem/findProblem.server";
import {
  badUnitField,
  type ProblemRow,
  problemSearch,
  setConcernedUnits,
} from "~/problem/insertProblem.server";
import { concernedUnitsOf } from "~/problem/listedProblems.server";
import { takesChanges } from "~/problem/listing";
import { offersCode } from "~/problem/offersCode.server";
import { canChangeProblem, hasRaised } from "~/problem/permission";
import { badDay, editProblemForm, limits, type ProblemChange } from "~/problem/problemForm";
import { findOwnProblem } from "~/problem/scope.server";
import { optionalLine, optionalWords } from "~/value/fields";
import type { Queries } from "~db/connect";
import { problem, problemConcernedUnit } from "~db/schema";
import { indexSubject } from "~db/search";

const wholeForm = editProblemForm.partial();

/** The table of a list may leave a name for later, and write the words where none are there yet. */
export const tableForm = editProblemForm
  .extend({ title: optionalLine(limits.title), originalWording: optionalWords(limits.originalWording) })
  .partial();
type Fields = ReturnType<typeof tableForm.parse>;

/** What is to change about which problem. */
export interface ProblemEdit extends ProblemChange {
  number: string;
  /** The resident's words, where none are there yet. */
  originalWording?: string;
  /** The version the writer has seen; `changedMeanwhile` when there is a newer. */
  version?: number;
}

/**
 * Changes what the street says about a problem, all of it or single fields; the original wording is never
 * among them. Possible while a list it stands on may change, and for a community while its proposal waits.
 * Refuses with `notFound` (also another street's), `notAllowed` (not one's own to change),
 * `invalid`, `wishPassed`, `listClosed`, `changedMeanwhile`.
 */
export async function editProblem(
  actor: Actor,
  input: ProblemEdit,
  now: string,
): Promise<Result<{ version: number }>> {
  return change(actor, now, (tx, book) => applyEdit(tx, book, actor, input, now));
}

/**
 * The same inside a transaction that changes more.
 * @param was what the writer saw in the fields they change; anything else there now is `changedMeanwhile`
 * @param form what may be said: all that a form shows, or what the table of a list may leave for later
 */
export async function applyEdit(
  tx: Queries,
  book: Book,
  actor: Actor,
  input: ProblemEdit,
  now: string,
  was: Record<string, unknown> = {},
  form: typeof wholeForm | typeof tableForm = wholeForm,
): Promise<Result<{ version: number }>> {
  const parsed = form.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const fields = onlyGiven(input, parsed.data);
  const row = await findOwnProblem(tx, actor, input.number);
  if (!row) return refuse("notFound");
  const day = await dayToChangeFor(tx, actor, row);
  if (!day.ok) return day;
  // What a community says comes from it.
  if (hasRaised(actor, row)) delete fields.communityId;
  const concernedUnitIds = (await concernedUnitsOf(tx, [row.id])).get(row.id);
  const field =
    badText(row, fields) ?? (await badUnitField(tx, row.streetId, fields, { ...row, concernedUnitIds }));
  if (field) return refuse("invalid", { field });
  // A day that was wished for stays when it has passed.
  const bad = fields.wishOn === row.wishOn ? undefined : badDay(fields, now);
  if (bad) return refuse(bad.code, { field: bad.field });
  const { problemClass = row.problemClass } = fields;
  // What it was filed under stays, though it is not offered any more.
  if (problemClass !== row.problemClass && !(await offersCode(tx, day.value, "classes", problemClass)))
    return refuse("invalid", { field: "problemClass" });
  const before = { ...row, concernedUnitIds: await concernedIds(tx, row.id) };
  const subject = { kind: "problem", id: row.id };
  const isOvertaken = (input.version !== undefined && input.version !== row.version) || differs(before, was);
  if (isOvertaken) return overtaken(tx, subject);
  const changed = differing(before, fields);
  const touched = Object.keys(changed).length > 0;
  if (touched && !(await write(tx, row, changed))) return overtaken(tx, subject);
  await book({
    verb: "problem.edit",
    subject,
    scopeUnitId: row.streetId,
    before: Object.fromEntries(Object.keys(changed).map((key) => [key, before[key as keyof typeof before]])),
    after: changed,
  });
  return done({ version: row.version + (touched ? 1 : 0) });
}

/**
 * The day of the list on which the problem may be changed now; of a community's proposal, which is the community's own
 * while it waits, the day for which it was raised.
 */
async function dayToChangeFor(tx: Queries, actor: Actor, row: ProblemRow): Promise<Result<string>> {
  const proposal = await proposalOf(tx, row.id);
  if (proposal?.state === "waiting")
    return hasRaised(actor, proposal) ? done(proposal.dayId) : refuse("notAllowed");
  if (!canChangeProblem(actor, row)) return refuse("notAllowed");
  const place = await listOfProblem(tx, row.id);
  if (!place || !takesChanges(place.day.stage, place.list.state)) return refuse("listClosed");
  return done(place.day.id);
}

/** The field that cannot be so: words that are there stay, and without a name there must be words. */
function badText(row: ProblemRow, fields: Fields): string | undefined {
  const { originalWording, title } = fields;
  if (originalWording !== undefined && row.originalWording !== "") return "originalWording";
  if (title === "" && !row.originalWording && !originalWording) return "title";
  return undefined;
}

// Defaults would put a value where the caller gave none and so empty a field nobody touched.
const onlyGiven = (input: object, parsed: Fields) =>
  Object.fromEntries(
    Object.entries(parsed).filter(([key]) => (input as Record<string, unknown>)[key] !== undefined),
  ) as Fields;

async function concernedIds(tx: Queries, problemId: string): Promise<string[]> {
  const rows = await tx
    .select({ unitId: problemConcernedUnit.unitId })
    .from(problemConcernedUnit)
    .where(eq(problemConcernedUnit.problemId, problemId));
  return rows.map((row) => row.unitId);
}

/** Whether a problem says anything else in some fields than somebody has seen there. */
export async function saysOtherwise(
  tx: Queries,
  row: ProblemRow,
  was: Record<string, unknown>,
): Promise<boolean> {
  return differs({ ...row, concernedUnitIds: await concernedIds(tx, row.id) }, was);
}

const differs = (now: Record<string, unknown>, was: Record<string, unknown>) =>
  Object.entries(was).some(([key, value]) => !same(now[key], value));

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
  return (a || null) === (b || null);
}

function differing(before: Record<string, unknown>, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => !same(before[key], value)));
}

async function write(tx: Queries, row: ProblemRow, changed: Fields): Promise<boolean> {
  const { concernedUnitIds, ...columns } = changed;
  // An unchosen unit is no unit.
  for (const key of ["communityId", "seesUnitId", "powerUnitId", "dutyItemId"] as const)
    if (key in columns) columns[key] = columns[key] || null;
  const rows = await tx
    .update(problem)
    .set({ ...columns, version: row.version + 1 })
    .where(and(eq(problem.id, row.id), eq(problem.version, row.version)))
    .returning();
  const after = rows[0];
  if (!after) return false;
  if (concernedUnitIds) await setConcernedUnits(tx, row.id, concernedUnitIds);
  await indexSubject(tx, problemSearch, row.id);
  return true;
}
