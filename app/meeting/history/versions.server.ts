import { and, desc, eq } from "drizzle-orm";
import { present } from "~/meeting/conduct/present";
import { opened, type ReadRecord, recordOf } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import type { Queries } from "~db/connect";
import { liveVersion, person } from "~db/schema";
import type { VersionFact } from "./versionLabel";

/** The versions of a day's record, newest first; of every epoch. */
export async function versionsOf(db: Queries, slug: string): Promise<VersionFact[]> {
  const { id, at, epoch, sequence, label, note } = liveVersion;
  return db
    .select({ id, at, epoch, sequence, label, note, by: person.name })
    .from(liveVersion)
    .leftJoin(person, eq(person.id, liveVersion.personId))
    .where(eq(liveVersion.room, liveRoomName(slug)))
    .orderBy(desc(liveVersion.at), desc(liveVersion.id));
}

/** A version opened for reading, or the record as it stands; null when there is no such version of this day. */
export async function openVersion(db: Queries, slug: string, id: string): Promise<ReadRecord | null> {
  if (id === present) return recordOf(slug);
  const [row] = await db
    .select({ epoch: liveVersion.epoch, sequence: liveVersion.sequence, state: liveVersion.state })
    .from(liveVersion)
    .where(and(eq(liveVersion.id, id), eq(liveVersion.room, liveRoomName(slug))));
  return row ? opened(row) : null;
}
