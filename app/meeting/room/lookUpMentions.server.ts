import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/meeting/conduct/findMeeting.server";
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
  month: string,
  targets: readonly MentionTarget[],
): Promise<Result<MentionName[]>> {
  return read(async (db) => {
    const day = await findDay(db, month);
    if (!day || (await roomRight(db, actor, day)) === "none") return refuse("notFound");
    return done(await findMentionNames(db, targets, taskScope(actor)));
  });
}
