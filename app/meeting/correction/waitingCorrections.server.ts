import { and, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { correctionProposal } from "~db/schema";

// Of one person and one day; more is no correction any more.
const mostWaiting = 50;

/** True when so many corrections of this person wait for the office that no more are taken. */
export async function hasTooManyWaiting(tx: Queries, room: string, personId: string): Promise<boolean> {
  const { room: ofRoom, personId: of, state, id } = correctionProposal;
  const waiting = await tx
    .select({ id })
    .from(correctionProposal)
    .where(and(eq(ofRoom, room), eq(of, personId), eq(state, "waiting")))
    .limit(mostWaiting);
  return waiting.length === mostWaiting;
}
