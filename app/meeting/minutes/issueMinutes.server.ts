import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/meeting/conduct/findMeeting.server";
import { dayInWriting } from "~/meeting/conduct/loadSession.server";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { read } from "~db/read";
import { findMinutes, type Issued } from "./findMinutes.server";
import { minutesTurns } from "./minutesTurns.server";
import { storeMinutes } from "./storeMinutes.server";

/**
 * Issues the minutes of a day: writing stops, the gates are checked, and in one transaction the minutes get
 * their number and are stored with canonical text, hash and state, each resolution is adopted and becomes a
 * task, once. Where they are being amended, the amended minutes are issued in place of those in force. Where
 * anything is missing or fails, writing goes on as before. Issued already, it answers the same minutes. Refuses with `notFound`, `notAllowed`, `wrongStage`, and naming what is missing
 * `lookBackIncomplete`, `topicsUnplaced`, `outcomesMissing`, `resolutionsIncomplete`, `adoptedChanged`.
 */
export async function issueMinutes(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<Issued>> {
  const { month } = input;
  return minutesTurns.take(month, () => issueOnce(actor, month, now));
}

async function issueOnce(actor: Actor, month: string, now: string): Promise<Result<Issued>> {
  const allowed = await mayIssue(actor, month);
  if (!allowed.ok || allowed.value) return allowed as Result<Issued>;
  const result = await whileFrozen(month, (frozen) => storeMinutes(actor, month, frozen, now));
  // The minutes stand by now, whoever hears of it.
  if (result.ok) await announce({ kind: "stage", month });
  return result;
}

/** Null when they may be issued now, the minutes when they have been. */
async function mayIssue(actor: Actor, month: string): Promise<Result<Issued | null>> {
  return read(async (db) => {
    const allowed = await dayInWriting(db, actor, month, ["minutes"]);
    if (allowed.ok) return done(null);
    if (allowed.refusal.code !== "wrongStage") return allowed;
    const day = await findDay(db, month);
    const issued = day && (await findMinutes(db, day.id));
    return issued ? done({ id: issued.id, year: issued.year, number: issued.number }) : refuse("wrongStage");
  });
}
