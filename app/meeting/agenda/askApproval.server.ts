import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { agendaApproval } from "~db/schema";
import { hashToApprove, meetingToApprove } from "./agendaToApprove.server";

/**
 * Lays the agenda as it is now before the chair; what was laid before them earlier, and not answered, is replaced.
 * Refuses like `hashToApprove`.
 */
export async function askApproval(
  actor: Actor,
  { slug }: { slug: string },
  now: string,
): Promise<Result<null>> {
  const hashed = await hashToApprove(actor, slug, "asks");
  if (!hashed.ok) return hashed;
  const sha256 = hashed.value;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToApprove(tx, actor, slug, "asks");
    if (!found.ok) return found;
    const meetingId = found.value.id;
    await tx
      .update(agendaApproval)
      .set({ state: "replaced" })
      .where(and(eq(agendaApproval.meetingId, meetingId), eq(agendaApproval.state, "asked")));
    const { personId: askedByPersonId, postId: askedByPostId } = actor;
    const row = { id: newId(), meetingId, sha256, askedByPersonId, askedByPostId, askedAt: now };
    await tx.insert(agendaApproval).values(row);
    const subject = { kind: "meeting", id: meetingId };
    await book({ verb: "session.askAgendaApproval", subject, after: { sha256 } });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}
