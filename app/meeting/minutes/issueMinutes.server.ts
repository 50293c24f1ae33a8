import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { meetingInWriting } from "~/meeting/conduct/loadSession.server";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { read } from "~db/read";
import { findMinutes, type Issued } from "./findMinutes.server";
import { minutesMutex } from "./minutesMutex.server";
import { storeMinutes } from "./storeMinutes.server";

/**
 * Issues the minutes of a day: the record is aligned, writing stops, the gates are checked, and in one
 * transaction the minutes get their number and are stored with canonical text, hash and state, each resolution is
 * adopted and becomes a task, once. Where they are being amended, the amended minutes are issued in place of those
 * in force. Where anything is missing or fails, writing goes on as before. Issued already, it answers the same
 * minutes. Refuses with `notFound`, `notAllowed`, `wrongStage`, like `alignRecord`, and naming what is missing
 * `lookBackIncomplete`, `topicsUnplaced`, `recordDiffers`, `outcomesMissing`, `decidedWithoutQuorum`,
 * `topicsReopened`, `resolutionsIncomplete`, `adoptedChanged`.
 */
export async function issueMinutes(
  actor: Actor,
  input: { slug: string },
  now: string,
): Promise<Result<Issued>> {
  const { slug } = input;
  return minutesMutex.take(slug, () => issueOnce(actor, slug, now));
}

async function issueOnce(actor: Actor, slug: string, now: string): Promise<Result<Issued>> {
  const allowed = await mayIssue(actor, slug);
  if (!allowed.ok || allowed.value) return allowed as Result<Issued>;
  const aligned = await alignRecord({ slug });
  if (!aligned.ok) return aligned;
  return whileFrozen(slug, (frozen) => storeMinutes(actor, slug, frozen, now));
}

/** Null when they may be issued now, the minutes when they have been. */
async function mayIssue(actor: Actor, slug: string): Promise<Result<Issued | null>> {
  return read(async (db) => {
    const allowed = await meetingInWriting(db, actor, slug, ["minutes"]);
    if (allowed.ok) return done(null);
    if (allowed.refusal.code !== "wrongStage") return allowed;
    const meeting = await findMeeting(db, slug);
    const issued = meeting && (await findMinutes(db, meeting.id));
    return issued ? done({ id: issued.id, year: issued.year, number: issued.number }) : refuse("wrongStage");
  });
}
