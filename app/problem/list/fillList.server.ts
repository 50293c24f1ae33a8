import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { applyAdd } from "./addProblem.server";
import { applyEdit, type ProblemEdit } from "./editProblem.server";
import { gridForm } from "./gridForm";
import { takeBackRow } from "./removeListing.server";

/**
 * Writes what was typed or pasted into the table of a street's list: cells of its problems, new rows, and rows that
 * are taken back, all of it or, when one is refused, nothing. A cell that somebody else has changed since it was read refuses
 * with `changedMeanwhile`; a refusal names the problem in its values. Refuses like editing and adding.
 */
export async function fillList(
  actor: Actor,
  input: { month: string; changes?: unknown; rows?: unknown; gone?: unknown },
  now: string,
): Promise<Result<{ added: string[] }>> {
  const parsed = gridForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: fieldOf(parsed.error) });
  const { changes, rows, gone } = parsed.data;
  if (changes.length + rows.length + gone.length === 0) return refuse("invalid");
  return change(actor, now, async (tx, book) => {
    for (const { number, set, was } of changes) {
      // The words are a resident's: written once, with the new row.
      const { originalWording, ...fields } = set;
      if (originalWording !== undefined) return refuse("invalid", { field: "originalWording" });
      const edit = { ...fields, number } as ProblemEdit;
      const edited = await applyEdit(tx, book, actor, edit, was);
      if (!edited.ok) return refuse(edited.refusal.code, { ...edited.refusal, values: { number } });
    }
    for (const one of gone) {
      const taken = await takeBackRow(tx, book, actor, one);
      if (!taken.ok) return refuse(taken.refusal.code, { ...taken.refusal, values: { number: one.number } });
    }
    const added: string[] = [];
    for (const row of rows) {
      const made = await applyAdd(tx, book, actor, { month: input.month, ...row }, now);
      if (!made.ok) return made;
      added.push(made.value.number);
    }
    return done({ added });
  });
}

/** The cell in which something cannot be, such as a text that is too long. */
const fieldOf = ({ issues }: z.ZodError): string | undefined => {
  const name = issues[0]?.path.findLast((part) => typeof part === "string");
  return name === undefined ? undefined : String(name);
};
