import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { draftProblemForm } from "~/problem/problemForm";
import type { Queries } from "~db/connect";
import { applyAdd } from "./addProblem.server";
import { applyEdit, type ProblemEdit, tableForm } from "./editProblem.server";
import { type BatchParts, type GridInput, gridForm } from "./gridForm";
import { applyMove } from "./moveListing.server";
import { putRowBack, takeBackRow } from "./removeListing.server";

/**
 * Writes what was done in the table of a street's list: cells of its problems, rows that are taken off, put back or
 * moved, and new rows, all of it or, when one is refused, nothing. A new row needs a name or the words. A cell that
 * somebody else has changed since it was read refuses with `changedMeanwhile`; a refusal names the problem in its
 * values. Refuses like editing, moving and adding.
 */
export async function fillList(
  actor: Actor,
  input: { month: string } & BatchParts,
  now: string,
): Promise<Result<{ added: string[] }>> {
  const parsed = gridForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: fieldOf(parsed.error) });
  const batch = parsed.data;
  if (Object.values(batch).every((part) => part.length === 0)) return refuse("invalid");
  const { month } = input;
  return change(actor, now, async (tx, book) => {
    for (const act of [...cellActs(batch), ...rowActs(batch, month)]) {
      const result = await act.run(tx, book, actor, now);
      if (!result.ok) return refuse(result.refusal.code, { ...result.refusal, values: act.values });
    }
    const added: string[] = [];
    for (const row of batch.rows) {
      const made = await applyAdd(tx, book, actor, { month, ...row }, now, draftProblemForm);
      if (!made.ok) return made;
      added.push(made.value.number);
    }
    return done({ added });
  });
}

/** One thing of a batch, and the problem that a refusal names. */
interface BatchAct {
  values?: { number: string };
  run: (tx: Queries, book: Book, actor: Actor, now: string) => Promise<Result<unknown>>;
}

function cellActs({ changes }: GridInput): BatchAct[] {
  return changes.map(({ number, set, was }) => ({
    values: { number },
    run: (tx, book, actor, now) =>
      applyEdit(tx, book, actor, { ...set, number } as ProblemEdit, now, was, tableForm),
  }));
}

function rowActs({ gone, back, moves }: GridInput, month: string): BatchAct[] {
  return [
    ...gone.map(
      (one): BatchAct => ({
        values: { number: one.number },
        run: (tx, book, actor, now) => takeBackRow(tx, book, actor, one, now),
      }),
    ),
    ...back.map(
      ({ number }): BatchAct => ({
        values: { number },
        run: (tx, book, actor, now) => putRowBack(tx, book, actor, { month, number }, now),
      }),
    ),
    ...moves.map(
      ({ listingId, after = null }): BatchAct => ({
        run: (tx, book, actor) => applyMove(tx, book, actor, { listingId, after }),
      }),
    ),
  ];
}

/** The cell in which something cannot be, such as a text that is too long. */
const fieldOf = ({ issues }: z.ZodError): string | undefined => {
  const name = issues[0]?.path.findLast((part) => typeof part === "string");
  return name === undefined ? undefined : String(name);
};
