import { and, eq, or } from "drizzle-orm";
import type { z } from "zod";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { meeting, ruleSet } from "~db/schema";
import { bookedRules } from "./bookedRules";
import { ruleSetForm } from "./ruleSet";
import { rulesInForce } from "./rulesOfMeeting.server";

/** A version of the rules with its number and document. */
export interface NewVersion {
  id: string;
  version: number;
}

/**
 * Writes the first rules of a place, as the installation brings them; rules left out are those of practice. Later
 * versions are proposed and adopted.
 */
export async function installRuleSet(
  input: z.input<typeof ruleSetForm>,
  now: string,
): Promise<Result<NewVersion>> {
  const parsed = ruleSetForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  return change(null, now, async (tx, book) => done(await insertRuleSet(tx, book, parsed.data, now)));
}

/** Writes a version that is in force from now on: days whose window has not opened yet are held by it. */
export async function insertRuleSet(
  tx: Queries,
  book: Book,
  { title, documentNumber, rules }: z.output<typeof ruleSetForm>,
  now: string,
): Promise<NewVersion> {
  const before = await rulesInForce(tx);
  const id = newId();
  const version = (before?.version ?? 0) + 1;
  const row = { id, version, title, documentNumber, rules: JSON.stringify(rules), adoptedAt: now };
  await tx.insert(ruleSet).values(row);
  await holdPlannedDaysBy(tx, id);
  await book({
    verb: "plan.adoptRules",
    subject: { kind: "ruleSet", id },
    before: before && { version: before.version, rules: bookedRules(before.rules) },
    after: { version, title, documentNumber, rules: bookedRules(rules) },
    told: true,
  });
  return { id, version };
}

async function holdPlannedDaysBy(tx: Queries, ruleSetId: string): Promise<void> {
  const planned = or(eq(meeting.stage, "planned"), eq(meeting.cancelledAtStage, "planned"));
  await tx
    .update(meeting)
    .set({ ruleSetId })
    .where(and(eq(meeting.kind, "consultationDay"), planned));
}
