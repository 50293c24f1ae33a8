import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { correctionMutex } from "./correctionMutex.server";
import { correctionToDecide, markDecided } from "./findCorrection.server";

/**
 * Refuses a proposed correction with the reason its author will read; its words are kept. Refuses like
 * `correctionToDecide`, and with `invalid` without a reason.
 */
export async function refuseCorrection(
  actor: Actor,
  input: { slug: string; proposalId: string; version: number; reason: string },
  now: string,
): Promise<Result<null>> {
  return correctionMutex.take(input.proposalId, () =>
    changeMeeting(actor, now, input.slug, async (tx, book) => {
      const found = await correctionToDecide(tx, actor, input);
      if (!found.ok) return found;
      const { reason } = input;
      if (!reason) return refuse("invalid", { field: "reason" });
      const { proposal } = found.value;
      const marked = await markDecided(tx, proposal, { state: "refused", reason }, { actor, now });
      if (!marked) return refuse("changedMeanwhile");
      await book({
        verb: "session.refuseCorrection",
        subject: { kind: "correction", id: proposal.id },
        before: { state: "waiting" },
        after: { state: "refused", reason },
        told: true,
      });
      return done(null);
    }),
  );
}
