import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { canDecideCorrections, canSeeCorrection } from "~/meeting/conduct/permission";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";
import { correctionProposal } from "~db/schema";

/** A proposed correction with the meeting it belongs to. */
export interface FoundCorrection {
  meeting: Meeting;
  proposal: typeof correctionProposal.$inferSelect;
}

/** The meeting, for whoever may enter its room; null for everybody else. */
export async function meetingWithRoom(db: Queries, actor: Actor, slug: string): Promise<Meeting | null> {
  const day = await findMeeting(db, slug);
  return day && (await roomRight(db, actor, day)) !== "none" ? day : null;
}

/**
 * A proposal that somebody is about to decide, still waiting and as they have seen it. Refuses with
 * `notFound` for other people's proposals, `notAllowed` for one's own, `correctionDecided`,
 * `changedMeanwhile`.
 */
export async function correctionToDecide(
  db: Queries,
  actor: Actor,
  which: { slug: string; proposalId: string; version: number },
): Promise<Result<FoundCorrection>> {
  const meeting = await meetingWithRoom(db, actor, which.slug);
  if (!meeting) return refuse("notFound");
  const [proposal] = await db
    .select()
    .from(correctionProposal)
    .where(
      and(eq(correctionProposal.id, which.proposalId), eq(correctionProposal.room, liveRoomName(which.slug))),
    );
  if (!proposal || !canSeeCorrection(actor, meeting, proposal)) return refuse("notFound");
  if (!canDecideCorrections(actor, meeting)) return refuse("notAllowed");
  if (proposal.state !== "waiting") return refuse("correctionDecided");
  if (proposal.version !== which.version) return refuse("changedMeanwhile");
  return done({ meeting, proposal });
}

/** Books the decision in the proposal's row; one row must change. */
export async function markDecided(
  tx: Queries,
  proposal: FoundCorrection["proposal"],
  decision: { state: "adopted" | "refused"; reason?: string },
  by: { actor: Actor; now: string },
): Promise<boolean> {
  const { id, version } = proposal;
  const changed = await tx
    .update(correctionProposal)
    .set({
      ...decision,
      decidedBy: by.actor.personId,
      decidedPostId: by.actor.postId,
      decidedAt: by.now,
      version: version + 1,
    })
    .where(
      and(
        eq(correctionProposal.id, id),
        eq(correctionProposal.version, version),
        eq(correctionProposal.state, "waiting"),
      ),
    )
    .returning({ id: correctionProposal.id });
  return changed.length === 1;
}
