import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { ruleSet } from "~db/schema";
import { canRules } from "./permission";
import { ruleSetForm } from "./ruleSet";
import { rulesInForce } from "./rulesOfMeeting.server";

/** A new version; rules left out are those of practice. */
export type AdoptRuleSetInput = z.input<typeof ruleSetForm>;

/**
 * Adopts a new version of the rules. Days whose window has not opened yet will be held by it.
 * @param actor an administrator, or null for the installation itself
 */
export async function adoptRuleSet(
  actor: Actor | null,
  input: AdoptRuleSetInput,
  now: string,
): Promise<Result<{ id: string; version: number }>> {
  if (actor && !canRules(actor, "adopt")) return refuse("notAllowed");
  const parsed = ruleSetForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { title, documentNumber, rules } = parsed.data;
  return change(actor, now, async (tx, book) => {
    const before = await rulesInForce(tx);
    const id = newId();
    const version = (before?.version ?? 0) + 1;
    const row = { id, version, title, documentNumber, rules: JSON.stringify(rules), adoptedAt: now };
    await tx.insert(ruleSet).values(row);
    await book({
      verb: "plan.adoptRules",
      subject: { kind: "ruleSet", id },
      before: before && { version: before.version, rules: before.rules },
      after: { version, title, documentNumber, rules },
    });
    return done({ id, version });
  });
}
