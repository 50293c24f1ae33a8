import { generateKeyBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { badUnitField, insertProblem, numbersOf } from "~/problem/insertProblem.server";
import { offersCode } from "~/problem/offersCode.server";
import { canList } from "~/problem/permission";
import { addProblemForm, badDay, type draftProblemForm, type ProblemInput } from "~/problem/problemForm";
import { changeableList, lastPosition } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";

/** What an added problem is called by. */
export interface AddedProblem {
  problemId: string;
  listingId: string;
  number: string;
}

/**
 * Adds a problem to the list of the street one acts for and gives it its number. Refuses with `notAllowed`, `invalid` (naming the field), `notFound` (no such day),
 * `raisedAhead`, `wishPassed` or `listClosed` (the window is not open and the list not returned).
 */
export async function addProblem(
  actor: Actor,
  input: ProblemInput & { month: string },
  now: string,
): Promise<Result<AddedProblem>> {
  return change(actor, now, (tx, book) => applyAdd(tx, book, actor, input, now));
}

/**
 * The same inside a transaction that changes more.
 * @param form what must be given: all that the form asks for, or only a name or the words
 */
export async function applyAdd(
  tx: Queries,
  book: Book,
  actor: Actor,
  input: ProblemInput & { month: string },
  now: string,
  form: typeof addProblemForm | typeof draftProblemForm = addProblemForm,
): Promise<Result<AddedProblem>> {
  const streetId = actor.streetId;
  if (!streetId || !canList(actor, "add", { streetId })) return refuse("notAllowed");
  const parsed = form.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const given = { ...parsed.data };
  const bad = badDay(given, now);
  if (bad) return refuse(bad.code, { field: bad.field });
  const open = await changeableList(tx, input.month, streetId);
  if (!open.ok) return open;
  const field = await badUnitField(tx, streetId, given);
  if (field) return refuse("invalid", { field });
  if (!(await offersCode(tx, open.value.day.id, "classes", given.problemClass)))
    return refuse("invalid", { field: "problemClass" });
  const listId = open.value.list.id;
  const number = (await numbersOf(tx, streetId, now))();
  const position = generateKeyBetween(await lastPosition(tx, listId), null);
  return done(await insertProblem(tx, book, given, { by: actor, streetId, listId, number, position }, now));
}
