import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Refusal, type Result, refuse } from "~/ledger/result";
import { mayChangeDuties } from "~/unit/duty/dutyPermission";
import { badDutyUnit, insertDuty, updateDuty } from "~/unit/duty/writeDuty.server";
import type { Queries } from "~db/connect";
import { dutyUpload } from "~db/schema";
import { dutyFileLimits, waitingDuties } from "./dutyUpload.server";
import { type PlannedDuty, planDuties } from "./planDuties.server";

/** How many rows are added, changed, the same, and refused. */
export type DutyCounts = Record<PlannedDuty["does"], number>;

function countDuties(rows: readonly PlannedDuty[]): DutyCounts {
  const counts: DutyCounts = { add: 0, change: 0, same: 0, refused: 0 };
  for (const { does } of rows) counts[does] += 1;
  return counts;
}

/** The page on which duty lists are imported: the file to choose, or what becomes of each row of the one that waits. */
export interface DutyImportPage {
  limits: { megabytes: number; rows: number };
  waiting: {
    fileName: string;
    rows: Pick<PlannedDuty, "row" | "sheet" | "matter" | "faults" | "does">[];
    counts: DutyCounts;
    refusal?: Refusal;
  } | null;
}

/** Shows what an import would do. Refuses with `notAllowed`. */
export async function showDutyImport(actor: Actor): Promise<Result<DutyImportPage>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  const file = await waitingDuties(actor);
  const { megabytes, rows } = dutyFileLimits;
  if (!file) return done({ limits: { megabytes, rows }, waiting: null });
  const plan = await planDuties(file.bytes);
  const found = plan.ok ? plan.value : [];
  return done({
    limits: { megabytes, rows },
    waiting: {
      fileName: file.fileName,
      rows: found.map(({ row, sheet, matter, faults, does }) => ({ row, sheet, matter, faults, does })),
      counts: countDuties(found),
      refusal: plan.ok ? undefined : plan.refusal,
    },
  });
}

/**
 * Imports the file that waits, all of its rows that can be, in one go. Refuses with `notAllowed`, `noFileWaiting`, what the file is refused for, and `changedMeanwhile`.
 */
export async function importDuties(actor: Actor, now: string): Promise<Result<DutyCounts>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  const file = await waitingDuties(actor);
  if (!file) return refuse("noFileWaiting");
  const plan = await planDuties(file.bytes);
  if (!plan.ok) return plan;
  const counts = countDuties(plan.value);
  return change(actor, now, async (tx, book) => {
    if (!(await takeWaiting(tx, file))) return refuse("changedMeanwhile");
    for (const row of plan.value) {
      const written = await write(tx, book, row);
      if (!written) return refuse("changedMeanwhile");
    }
    const after = {
      fileName: file.fileName,
      added: counts.add,
      changed: counts.change,
      refused: counts.refused,
    };
    await book({ verb: "duty.import", subject: { kind: "post", id: actor.postId }, after });
    return done(counts);
  });
}

/** Takes the file away that was read; false where it is gone, or another one waits in its place. */
async function takeWaiting(tx: Queries, { postId, uploadedAt, bytes }: typeof dutyUpload.$inferSelect) {
  const taken = await tx
    .delete(dutyUpload)
    .where(
      and(eq(dutyUpload.postId, postId), eq(dutyUpload.uploadedAt, uploadedAt), eq(dutyUpload.bytes, bytes)),
    )
    .returning({ postId: dutyUpload.postId });
  return taken.length === 1;
}

async function write(
  tx: Queries,
  book: Parameters<typeof insertDuty>[1],
  row: PlannedDuty,
): Promise<boolean> {
  const { values, does, there } = row;
  if (!values || (does !== "add" && does !== "change")) return true;
  if (await badDutyUnit(tx, values, there)) return false;
  if (there) return updateDuty(tx, book, there, values);
  return insertDuty(tx, book, values);
}
