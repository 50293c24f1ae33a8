import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { agendaHash } from "~/meeting/approval/agendaHash.server";
import { agendaOf } from "~/meeting/approval/publishedAgenda";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { kindOf } from "~/meeting/kind/kind";
import { meetingStages } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { read } from "~db/read";

/** What somebody is to the approval of an agenda: who lays it before the chair, or the chair. */
export type ApprovalPart = "asks" | "answers";

/**
 * The meeting whose agenda is laid before its chair, or answered by them. Refuses with `notFound`, `notAllowed`,
 * `wrongStage` also where no agenda is published ahead, `chairMissing`.
 */
export async function meetingToApprove(
  db: Queries,
  actor: Actor,
  slug: string,
  part: ApprovalPart,
): Promise<Result<Meeting>> {
  const found = await meetingToHold(db, actor, slug, meetingStages);
  if (!found.ok) return found;
  const { chairPostId, stage } = found.value;
  if (part === "answers" && actor.postId !== chairPostId) return refuse("notAllowed");
  if (stage !== "agenda" || !kindOf(found.value).publishesAgenda) return refuse("wrongStage");
  return chairPostId === null ? refuse("chairMissing") : found;
}

/**
 * The SHA-256 of the agenda as it stands in the record, which is brought in line first. Refuses like
 * {@link meetingToApprove} and `alignRecord`.
 */
export async function hashToApprove(actor: Actor, slug: string, part: ApprovalPart): Promise<Result<string>> {
  const allowed = await read((db) => meetingToApprove(db, actor, slug, part));
  if (!allowed.ok) return allowed;
  const aligned = await alignRecord({ slug });
  if (!aligned.ok) return aligned;
  const { document } = await recordOf(slug);
  return done(agendaHash(agendaOf(document)));
}
