import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { lastApproval } from "~/meeting/approval/lastApproval.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Queries } from "~db/connect";
import { agendaApproval } from "~db/schema";
import { hashToApprove, meetingToApprove } from "./agendaToApprove.server";

/** What the chair answers. */
export interface ApprovalAnswer {
  slug: string;
  /** Of the agenda as the chair has seen it. */
  sha256: string;
}

/**
 * Approves the agenda, as its chair: asked for or not. Refuses like `hashToApprove`, with `changedMeanwhile` where it
 * is another agenda by now than the one that was seen.
 */
export function approveAgenda(actor: Actor, input: ApprovalAnswer, now: string): Promise<Result<null>> {
  return answer(actor, { ...input, words: "", state: "approved" }, now);
}

/** Returns the agenda with what is to be changed, as its chair. Refuses like {@link approveAgenda}. */
export function returnAgenda(
  actor: Actor,
  input: ApprovalAnswer & { words: string },
  now: string,
): Promise<Result<null>> {
  return answer(actor, { ...input, state: "returned" }, now);
}

type Answer = ApprovalAnswer & { state: "approved" | "returned"; words: string };

async function answer(actor: Actor, input: Answer, now: string): Promise<Result<null>> {
  const { slug, sha256 } = input;
  const hashed = await hashToApprove(actor, slug, "answers");
  if (!hashed.ok) return hashed;
  if (hashed.value !== sha256) return refuse("changedMeanwhile");
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToApprove(tx, actor, slug, "answers");
    if (!found.ok) return found;
    await writeAnswer(tx, book, actor, { ...input, meetingId: found.value.id }, now);
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}

/** Writes what the chair answers, inside the caller's transaction: to what they were asked last, or of their own accord. */
export async function writeAnswer(
  tx: Queries,
  book: Book,
  actor: Actor,
  { meetingId, sha256, state, words }: Omit<Answer, "slug"> & { meetingId: string },
  now: string,
): Promise<void> {
  const last = await lastApproval(tx, meetingId);
  const by = { answeredByPersonId: actor.personId, answeredByPostId: actor.postId, answeredAt: now };
  const answered = { state, sha256, words, ...by };
  if (last?.state === "asked")
    await tx.update(agendaApproval).set(answered).where(eq(agendaApproval.id, last.id));
  else await tx.insert(agendaApproval).values({ id: newId(), meetingId, askedAt: now, ...answered });
  await book({
    verb: state === "approved" ? "session.approveAgenda" : "session.returnAgenda",
    subject: { kind: "meeting", id: meetingId },
    after: { sha256, ...(words ? { word: words } : {}) },
  });
}
