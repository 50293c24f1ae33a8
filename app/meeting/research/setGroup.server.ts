import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import type { Queries } from "~db/connect";
import { post, research, researchMember } from "~db/schema";
import { researchRight } from "./findVisit.server";

/** The meeting whose group somebody puts together. Refuses with `notFound`, `notAllowed`. */
async function meetingToLead(tx: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const held = await findMeeting(tx, slug);
  const right = held ? await researchRight(tx, actor, held) : "none";
  if (!held || right === "none") return refuse("notFound");
  return right === "leads" ? done(held) : refuse("notAllowed");
}

/** Takes a post into the research group, or says anew whether it leads it. Refuses like `removeMember`. */
export async function setMember(
  actor: Actor,
  input: { slug: string; postId: string; leads?: "yes" },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await meetingToLead(tx, actor, input.slug);
    if (!found.ok) return found;
    const known = await tx.select({ id: post.id }).from(post).where(eq(post.id, input.postId));
    if (known.length === 0) return refuse("invalid", { field: "postId" });
    const { id: meetingId } = found.value;
    const row = { meetingId, postId: input.postId, leads: input.leads === "yes" };
    await tx
      .insert(researchMember)
      .values(row)
      .onConflictDoUpdate({
        target: [researchMember.meetingId, researchMember.postId],
        set: { leads: row.leads },
      });
    const subject = { kind: "meeting", id: meetingId };
    await book({ verb: "session.setResearcher", subject, after: { postId: row.postId, leads: row.leads } });
    return done(null);
  });
}

/** Takes a post out of the group; what was written stays. Refuses with `notFound`, `notAllowed`. */
export async function removeMember(
  actor: Actor,
  { slug, postId }: { slug: string; postId: string },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book) => {
    const found = await meetingToLead(tx, actor, slug);
    if (!found.ok) return found;
    const { id: meetingId } = found.value;
    const gone = await tx
      .delete(researchMember)
      .where(and(eq(researchMember.meetingId, meetingId), eq(researchMember.postId, postId)))
      .returning();
    if (gone.length === 0) return refuse("notFound");
    await book({
      verb: "session.removeResearcher",
      subject: { kind: "meeting", id: meetingId },
      before: { postId },
    });
    return done(null);
  });
}

/** Writes what the group is to find out. Refuses with `notFound`, `notAllowed`, `changedMeanwhile`. */
export async function setBrief(
  actor: Actor,
  input: { slug: string; brief: string; version: number },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await meetingToLead(tx, actor, input.slug);
    if (!found.ok) return found;
    const { id: meetingId } = found.value;
    const subject = { kind: "meeting", id: meetingId };
    const [now] = await tx.select().from(research).where(eq(research.meetingId, meetingId));
    if ((now?.version ?? 0) !== input.version) return overtaken(tx, subject);
    const row = { meetingId, brief: input.brief, version: input.version + 1 };
    await tx
      .insert(research)
      .values(row)
      .onConflictDoUpdate({ target: research.meetingId, set: { brief: row.brief, version: row.version } });
    const [before, after] = [{ brief: now?.brief ?? "" }, { brief: row.brief }];
    await book({ verb: "session.briefResearch", subject, before, after });
    return done(null);
  });
}
