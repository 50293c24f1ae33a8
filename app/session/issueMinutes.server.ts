import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/plan/findDay.server";
import { read } from "~db/read";
import { findMinutes } from "./findMinutes.server";
import { liveRooms } from "./liveGateway.server";
import { liveRoomName } from "./liveRoomName";
import { dayToHold } from "./loadSession.server";
import { opened } from "./recordOf.server";
import { storeMinutes } from "./storeMinutes.server";
import { Turns } from "./turns.server";

/** Minutes as they are cited. */
export interface Issued {
  id: string;
  year: number;
  number: number;
}

// Two people pressing at once must not thaw the room under each other: one at a time for each day.
const turns = new Turns();

/**
 * Issues the minutes of a day: writing stops, the gates are checked, and in one transaction the minutes get
 * their number and are stored with canonical text, hash and state, each resolution is adopted and becomes a
 * task, once. Where anything is missing or fails, writing goes on as before. Issued already, it answers the
 * same minutes. Refuses with `notFound`, `notAllowed`, `wrongStage`, and naming what is missing
 * `lookBackIncomplete`, `topicsUnplaced`, `outcomesMissing`, `resolutionsIncomplete`.
 */
export async function issueMinutes(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<Issued>> {
  const { month } = input;
  return turns.take(month, () => issueOnce(actor, month, now));
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
    const allowed = await dayToHold(db, actor, month, "issue", ["minutes"]);
    if (allowed.ok) return done(null);
    if (allowed.refusal.code !== "wrongStage") return allowed;
    const day = await findDay(db, month);
    const issued = day && (await findMinutes(db, day.id));
    return issued ? done({ id: issued.id, year: issued.year, number: issued.number }) : refuse("wrongStage");
  });
}

/**
 * Stops all writing in the room of a day for as long as `work` takes; for good when it succeeds. The stop
 * itself is not stored: if the process ends here, the room is open again and nothing was issued.
 */
async function whileFrozen(
  month: string,
  work: (frozen: ReturnType<typeof opened>) => Promise<Result<Issued>>,
): Promise<Result<Issued>> {
  const room = liveRoomName(month);
  let issued = false;
  try {
    const frozen = opened(await liveRooms().freeze(room));
    const result = await work(frozen);
    issued = result.ok;
    return result;
  } finally {
    if (!issued) await liveRooms().thaw(room);
  }
}
