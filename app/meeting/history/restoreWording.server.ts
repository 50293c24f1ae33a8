import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { keepMilestone, type ReadRecord, recordOf } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { rightByPost, roomRight } from "~/meeting/conduct/roomRight.server";
import { setWithdrawn } from "~/meeting/conduct/setTopicWithdrawn.server";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { type CanonicalRecord, canonicalRecord } from "~/record/document/record";
import { editRecord, type MayWrite } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { mayBringBack } from "./closedParts";
import { unchanged } from "./fingerprintOf.server";
import { type RestoreUnit, restoreUnit, type SeenUnit, writeUnit } from "./restorePart";
import { openVersion } from "./versions.server";

/** What became of bringing wording back. */
export interface Restored {
  /** The version from before; bringing back from it takes all of this back. */
  beforeId: string;
  units: RestoreUnit[];
  /** Parts that somebody has changed since they were seen, and that were left alone. */
  left: number;
  /** Parts that nobody, or not this person, may change now, and that were left as they are. */
  closed: RestoreUnit[];
}

/**
 * Brings older wording back by an edit under the person's own name, made in the room like any other: nothing
 * is swapped, what others write elsewhere stays. Parts that have changed since the person saw them, and
 * parts that they may not change now, are left alone. A version from before is kept first. Refuses with `notFound`, `notAllowed`, `changedMeanwhile` when
 * nothing is as it was seen, `partClosed` when none of it may be changed, and like `editRecord`.
 */
export async function restoreWording(
  actor: Actor,
  input: { slug: string; versionId: string; seen: SeenUnit[] },
  now: string,
): Promise<Result<Restored>> {
  const { slug, versionId, seen } = input;
  const found = await read(async (db) => {
    const day = await mayWrite(db, actor, slug);
    const version = day.ok ? await openVersion(db, slug, versionId) : null;
    return day.ok && version ? done({ meeting: day.value, version }) : day.ok ? refuse("notFound") : day;
  });
  if (!found.ok) return found;
  const old = canonicalRecord(found.value.version.document);
  const record = await recordOf(slug);
  if (unchanged(canonicalRecord(record.document), seen).length === 0) return refuse("changedMeanwhile");
  // The form counts as carried out with the last of these changes.
  const underWay = { ...actor, submission: undefined };
  // First, so that there is a way back from whatever happens next.
  const before = await keepBefore(underWay, slug, record, now);
  if (!before.ok) return before;
  const { topics, mayChange } = await read(async (db) => ({
    topics: await topicsOfMeeting(db, found.value.meeting.id),
    mayChange: await partRightsOf(db, actor, found.value.meeting),
  }));
  const known = new Set(topics.map(({ id }) => id));
  const edited = await editBack(actor, slug, { old, seen, known, mayChange });
  if (!edited.ok) return edited;
  const placed = await placeTopics(underWay, { slug, old, units: edited.value.units, topics }, now);
  const bare = (parts: readonly SeenUnit[]) => parts.map(({ kind, id }) => ({ kind, id }));
  const [units, closed] = [bare(edited.value.units), bare(edited.value.closed)];
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    // Where the agenda could not follow the old wording, the record follows the agenda.
    await later(alignment, { slug });
    await bookRestored(tx, book, { slug, versionId, beforeId: before.value, units });
    const left = seen.length - units.length - closed.length + placed.refused;
    return done({ beforeId: before.value, units, left, closed });
  });
}

async function mayWrite(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const day = await findMeeting(db, slug);
  const right = day ? await roomRight(db, actor, day) : "none";
  if (!day || right === "none") return refuse("notFound");
  if (right === "write") return done(day);
  return refuse((await rightByPost(db, actor, slug)) === "write" ? "recordFrozen" : "notAllowed");
}

function keepBefore(actor: Actor, slug: string, record: ReadRecord, now: string): Promise<Result<string>> {
  return changeMeeting(actor, now, slug, async (tx, book) => {
    const day = await mayWrite(tx, actor, slug);
    if (!day.ok) return day;
    const { personId } = actor;
    const id = await keepMilestone(tx, slug, "beforeRestore", record, { personId, at: now });
    await book({
      verb: "session.keepVersion",
      subject: { kind: "meeting", id: day.value.id },
      after: { label: "beforeRestore" },
    });
    return done(id);
  });
}

async function editBack(
  actor: Actor,
  slug: string,
  {
    old,
    seen,
    known,
    mayChange,
  }: { old: CanonicalRecord; seen: SeenUnit[]; known: Set<string>; mayChange: MayWrite },
): Promise<Result<{ units: SeenUnit[]; closed: SeenUnit[] }>> {
  let units: SeenUnit[] = [];
  let closed: SeenUnit[] = [];
  const change = (document: Y.Doc) => {
    const now = canonicalRecord(document);
    const asSeen = unchanged(now, seen);
    units = asSeen.filter((unit) => mayBringBack(unit, now, old, mayChange));
    closed = asSeen.filter((unit) => !units.includes(unit));
    for (const unit of units) restoreUnit(document, unit, old, (topicId) => known.has(topicId), mayChange);
  };
  const edited = await editRecord(liveRoomName(slug), actor, change, mayChange);
  if (!edited.ok) return edited;
  if (units.length > 0) return done({ units, closed });
  return refuse(closed.length > 0 ? "partClosed" : "changedMeanwhile");
}

/** Topics that the database knows come back onto the agenda (or leave it again) there. */
async function placeTopics(
  actor: Actor,
  asked: {
    slug: string;
    old: CanonicalRecord;
    units: readonly RestoreUnit[];
    topics: Awaited<ReturnType<typeof topicsOfMeeting>>;
  },
  now: string,
): Promise<{ refused: number }> {
  let refused = 0;
  for (const { id } of asked.units.filter((unit) => unit.kind === "topic")) {
    const row = asked.topics.find((one) => one.id === id);
    const was = asked.old.topics.find((one) => one.id === id);
    if (!row || !was || (row.withdrawnAt !== null) === was.withdrawn) continue;
    const place = { slug: asked.slug, topicId: id, reason: "", withdrawnAt: was.withdrawn ? now : null };
    const result = await setWithdrawn(actor, place, now);
    if (!result.ok) refused += 1;
  }
  return { refused };
}

async function bookRestored(
  tx: Queries,
  book: Book,
  restored: { slug: string; versionId: string; beforeId: string; units: readonly RestoreUnit[] },
): Promise<void> {
  const meeting = await findMeeting(tx, restored.slug);
  await book({
    verb: "session.restoreWording",
    subject: { kind: "meeting", id: meeting?.id ?? restored.slug },
    before: { versionId: restored.beforeId },
    after: { versionId: restored.versionId, parts: restored.units.map(writeUnit) },
  });
}
