import type { Actor } from "~/access/actor";
import type { Language } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting, type RoomRight } from "~/meeting/conduct/permission";
import { present } from "~/meeting/conduct/present";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import type { ChangeSize } from "~/record/difference/countChanges";
import type { CanonicalRecord } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { type LeftClosed, mayBringBack, nameClosed } from "./closedParts";
import { type States, statesOf } from "./compareStates.server";
import { seenNow } from "./fingerprintOf.server";
import { restorable } from "./restorable";
import { type RestoreUnit, readUnits } from "./restorePart";
import {
  type ComparedPair,
  type JustRestored,
  pairOf,
  type VersionFact,
  type VersionRow,
} from "./versionLabel";
import { sizesOf } from "./versionSizes.server";
import { openVersion, versionsOf } from "./versions.server";

/** Parts that can be brought back in one go: as a form names them, and how much that changes. */
export interface RestoreOffer {
  seen: string;
  size: ChangeSize;
}

/** Everything the history page shows. */
export interface HistoryPage {
  now: string;
  meeting: ShownMeeting;
  /** All versions, newest first, to choose from. */
  versions: VersionFact[];
  /** A page of them, with how much each changed. */
  rows: VersionRow[];
  /** Where the next page begins; null when this is the last. */
  older: string | null;
  /** What changed since the newest version. */
  sinceNewest: ChangeSize | null;
  compared: (ComparedPair & Omit<States, "before" | "after">) | null;
  /** What can be brought back from the earlier of the two, by thing; none where the reader may not write. */
  offers: Record<string, RestoreOffer>;
  /** What was just brought back, and the way back from it. */
  restored: { beforeId: string; seen: string; left: number; closed: LeftClosed[] } | null;
  units: { id: string; zh: string; en: string }[];
  can: { keep: boolean };
}

const rowsOnPage = 20;

/**
 * The history of a day's record: its versions, and two states in comparison. Refuses with `notFound` to whom
 * the room is closed, and where a version is asked for that there is not.
 * @param asked which two to compare, from which version on the list is shown, and what was just brought back;
 * the language of the reader, in which things are named (Chinese unless told)
 */
export async function showHistory(
  actor: Actor,
  slug: string,
  asked: Partial<ComparedPair> & { older?: string; restored?: JustRestored; language?: Language },
  now: string,
): Promise<Result<HistoryPage>> {
  const found = await read((db) => findHistory(db, actor, slug));
  if (!found) return refuse("notFound");
  const { meeting: day, right, versions, units } = found;
  const pair = pairOf(versions, asked);
  if (!pair && (asked.from || asked.to)) return refuse("notFound");
  const open = (id: string) => read((db) => openVersion(db, slug, id));
  const from = Math.max(
    0,
    versions.findIndex((version) => version.id === asked.older),
  );
  // One more than is shown: what the last one changed is told from it.
  const part = versions.slice(from, from + rowsOnPage + 1);
  const { rows, sinceNewest } = await sizesOf(part, open);
  const states = pair && (await statesOf(slug, pair, asked.language ?? "zh-CN"));
  const writes = right === "write";
  return done({
    now,
    meeting: shownMeeting(day),
    versions,
    rows: rows.slice(0, rowsOnPage),
    older: part[rowsOnPage]?.id ?? null,
    sinceNewest: from === 0 ? sinceNewest : null,
    compared: pair && states && comparedOf(pair, states),
    offers:
      writes && pair?.to === present && states ? await offersOf(states, found.topicIds, actor, day) : {},
    restored: writes && states ? restoredOf(states.after, asked.restored, versions) : null,
    units,
    can: { keep: writes && holdsMeeting(actor, day) },
  });
}

interface Found {
  meeting: Meeting;
  right: RoomRight;
  versions: VersionFact[];
  units: HistoryPage["units"];
  /** Topics whose place on the agenda is the database's to say. */
  topicIds: string[];
}

async function findHistory(db: Queries, actor: Actor, slug: string): Promise<Found | null> {
  const day = await findMeeting(db, slug);
  const right = day ? await roomRight(db, actor, day) : "none";
  if (!day || right === "none") return null;
  const units = await db.select({ id: unit.id, ...nameOfUnit(unit) }).from(unit);
  const topicIds = (await topicsOfMeeting(db, day.id)).map((topic) => topic.id);
  return { meeting: day, right, versions: await versionsOf(db, slug), units, topicIds };
}

function comparedOf(pair: ComparedPair, { difference, hands, people }: States): HistoryPage["compared"] {
  return { ...pair, difference, hands, people };
}

async function offersOf(
  states: States,
  topicIds: string[],
  actor: Actor,
  meeting: Meeting,
): Promise<HistoryPage["offers"]> {
  // A topic that only stands in the record is put on the agenda and taken off it there, by whoever writes.
  const places = holdsMeeting(actor, meeting) && !meeting.amendment;
  const mayPlace = (id: string) => !topicIds.includes(id) || places;
  const mayChange = await read((db) => partRightsOf(db, actor, meeting));
  const isOpen = (unit: RestoreUnit) => mayBringBack(unit, states.after, states.before, mayChange);
  const things = Object.entries(restorable(states.difference, mayPlace, isOpen));
  return Object.fromEntries(
    things.map(([key, { units, size }]) => [key, { seen: seenNow(states.after, units), size }]),
  );
}

function restoredOf(
  record: CanonicalRecord,
  just: JustRestored | undefined,
  versions: readonly VersionFact[],
): HistoryPage["restored"] {
  if (!just || !versions.some((version) => version.id === just.beforeId)) return null;
  const units = readUnits(just.parts);
  return {
    beforeId: just.beforeId,
    seen: seenNow(record, units),
    left: just.left,
    closed: nameClosed(readUnits(just.closed), record),
  };
}
