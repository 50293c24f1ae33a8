import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { proposingStages } from "~/meeting/conduct/permission";
import { isClosed } from "~/meeting/conduct/topic";
import type { Queries } from "~db/connect";
import { KeyedMutex } from "~db/keyedMutex";
import { agendaProposal, topic } from "~db/schema";

/** A decision on a proposal as the moderator has seen it, beside what stood there then. */
export interface ProposalDecision {
  slug: string;
  proposalId: string;
  /** See `proposalMark`. */
  version: number;
  /** What its author reads beside the decision. */
  word: string;
}

/** One decision at a time on each proposal: taking writes into the record before it writes the decision. */
export const proposalMutex = new KeyedMutex();

/** A proposal for the agenda that is to be decided on. */
export interface FoundProposal {
  proposal: typeof agendaProposal.$inferSelect;
  /** Its entry has an outcome that stands. */
  decided: boolean;
}

/**
 * Finds a proposal on which somebody is about to decide. Refuses with `notFound`, `notAllowed`, `wrongStage` once the
 * session is closed, `proposalDecided`.
 */
export async function proposalToDecide(
  db: Queries,
  actor: Actor,
  { slug, proposalId }: { slug: string; proposalId: string },
): Promise<Result<FoundProposal>> {
  const meeting = await findMeeting(db, slug);
  if (!meeting) return refuse("notFound");
  const [row] = await db
    .select({ proposal: agendaProposal, entry: topic })
    .from(agendaProposal)
    .leftJoin(topic, eq(topic.id, agendaProposal.topicId))
    .where(and(eq(agendaProposal.id, proposalId), eq(agendaProposal.meetingId, meeting.id)));
  if (!row) return refuse("notFound");
  const held = await meetingToHold(db, actor, slug, proposingStages);
  if (!held.ok) return held;
  if (row.proposal.state !== "waiting") return refuse("proposalDecided");
  return done({ proposal: row.proposal, decided: row.entry !== null && isClosed(row.entry) });
}

/** Writes a decision into the proposal's row; false where another came first. */
async function markProposal(
  tx: Queries,
  { id, version }: FoundProposal["proposal"],
  decision: { state: "taken" | "declined"; word: string },
  by: { actor: Actor; now: string },
): Promise<boolean> {
  const { personId: decidedByPersonId, postId: decidedByPostId } = by.actor;
  const changed = await tx
    .update(agendaProposal)
    .set({ ...decision, decidedByPersonId, decidedByPostId, decidedAt: by.now, version: version + 1 })
    .where(and(eq(agendaProposal.id, id), eq(agendaProposal.version, version)))
    .returning({ id: agendaProposal.id });
  return changed.length === 1;
}

/**
 * Books a decision on a proposal, and tells its author. Refuses like {@link proposalToDecide}, and with
 * `changedMeanwhile` where its author has proposed something else since it was read.
 */
export function bookDecision(
  actor: Actor,
  input: ProposalDecision,
  { proposal, state }: Pick<FoundProposal, "proposal"> & { state: "taken" | "declined" },
  now: string,
): Promise<Result<null>> {
  const { slug, word } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const again = await proposalToDecide(tx, actor, input);
    if (!again.ok) return again;
    if (!(await markProposal(tx, proposal, { state, word }, { actor, now })))
      return refuse("changedMeanwhile");
    const { topicId, kind, proposed, byPersonId } = proposal;
    await book({
      verb: state === "taken" ? "session.takeProposal" : "session.declineProposal",
      subject: { kind: "agendaProposal", id: proposal.id },
      before: { state: "waiting" },
      after: { state, topicId, kind, proposed, proposedByPersonId: byPersonId, word },
      told: true,
    });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}
