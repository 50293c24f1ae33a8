import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { MentionName, MentionTarget } from "~/record/document/mention";
import { findMentionNames } from "~/record/editor/findMentionNames.server";
import { taskScope } from "~/task/scope.server";
import { read } from "~db/read";

/**
 * How the platform calls what is named in the live record of a month, for somebody who reads it; what they may
 * not see does not exist. Refuses with `notFound` to whom the room is closed.
 */
export async function lookUpMentions(
  actor: Actor,
  slug: string,
  targets: readonly MentionTarget[],
): Promise<Result<MentionName[]>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    return done(await findMentionNames(db, targets, taskScope(actor)));
  });
}
