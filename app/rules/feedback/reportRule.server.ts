import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { ruleFeedback } from "~db/schema";
import { canRules } from "../permission";
import type { feedbackForm } from "./feedback";

/**
 * Says where a rule hurts: to which it belongs and what happened. The next version answers it. Refuses with
 * `notAllowed`.
 */
export async function reportRule(
  actor: Actor,
  { rule, text, about }: z.output<typeof feedbackForm>,
  now: string,
): Promise<Result<{ id: string }>> {
  if (!canRules(actor, "report")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const id = newId();
    const said = { rule, text, about };
    const by = { byPersonId: actor.personId, byPostId: actor.postId };
    await tx.insert(ruleFeedback).values({ id, ...said, ...by, at: now });
    await book({ verb: "plan.reportRule", subject: { kind: "ruleFeedback", id }, after: said });
    return done({ id });
  });
}
