import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/plan/findDay.server";
import type { Stage } from "~/plan/stage";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";
import type { ChangeSize } from "./changeSize";
import { type ComparedPair, pairOf, type VersionFact, type VersionRow } from "./history";
import { type Day, roomRight } from "./loadSession.server";
import { canInSession, type RoomRight } from "./permission";
import { canonicalRecord } from "./record";
import { type RecordDifference, recordDifference } from "./recordDifference";
import { sizesOf } from "./versionSizes.server";
import { openVersion, versionsOf } from "./versions.server";

/** Everything the history page shows. */
export interface HistoryPage {
  now: string;
  day: { month: string; date: string; stage: Stage; host: { zh: string; en: string } };
  /** All versions, newest first, to choose from. */
  versions: VersionFact[];
  /** A page of them, with how much each changed. */
  rows: VersionRow[];
  /** Where the next page begins; null when this is the last. */
  older: string | null;
  /** What changed since the newest version. */
  sinceNewest: ChangeSize | null;
  compared: (ComparedPair & { difference: RecordDifference }) | null;
  units: { id: string; zh: string; en: string }[];
  can: { keep: boolean };
}

const rowsOnPage = 20;

/**
 * The history of a day's record: its versions, and two states in comparison. Refuses with `notFound` to whom
 * the room is closed, and where a version is asked for that there is not.
 * @param asked which two to compare, and from which version on the list is shown
 */
export async function showHistory(
  actor: Actor,
  month: string,
  asked: Partial<ComparedPair> & { older?: string },
  now: string,
): Promise<Result<HistoryPage>> {
  const found = await read((db) => findHistory(db, actor, month));
  if (!found) return refuse("notFound");
  const { day, right, versions, units } = found;
  const pair = pairOf(versions, asked);
  if (!pair && (asked.from || asked.to)) return refuse("notFound");
  const open = (id: string) => read((db) => openVersion(db, month, id));
  const from = Math.max(
    0,
    versions.findIndex((version) => version.id === asked.older),
  );
  // One more than is shown: what the last one changed is told from it.
  const part = versions.slice(from, from + rowsOnPage + 1);
  const { rows, sinceNewest } = await sizesOf(part, open);
  const difference = pair && (await differenceOf(month, pair));
  return done({
    now,
    day: dayOf(day),
    versions,
    rows: rows.slice(0, rowsOnPage),
    older: part[rowsOnPage]?.id ?? null,
    sinceNewest: from === 0 ? sinceNewest : null,
    compared: pair && difference ? { ...pair, difference } : null,
    units,
    can: { keep: right === "write" && canInSession(actor, "conduct", day) },
  });
}

interface Found {
  day: Day;
  right: RoomRight;
  versions: VersionFact[];
  units: HistoryPage["units"];
}

async function findHistory(db: Queries, actor: Actor, month: string): Promise<Found | null> {
  const day = await findDay(db, month);
  const right = day ? await roomRight(db, actor, day) : "none";
  if (!day || right === "none") return null;
  const units = await db.select({ id: unit.id, zh: unit.nameZh, en: unit.nameEn }).from(unit);
  return { day, right, versions: await versionsOf(db, month), units };
}

function dayOf({ month, date, stage, host }: Day): HistoryPage["day"] {
  return { month, date, stage, host: { zh: host.nameZh, en: host.nameEn } };
}

async function differenceOf(month: string, pair: ComparedPair): Promise<RecordDifference | null> {
  const [from, to] = await read((db) =>
    Promise.all([openVersion(db, month, pair.from), openVersion(db, month, pair.to)]),
  );
  return from && to ? recordDifference(canonicalRecord(from.document), canonicalRecord(to.document)) : null;
}
