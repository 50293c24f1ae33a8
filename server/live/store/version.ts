import { v7 as uuid } from "uuid";
import { liveVersion } from "~db/schema";
import { transact } from "~db/transact";
import { asBuffer } from "../bytes";

/** Why a version is kept. */
export type VersionLabel = (typeof liveVersion.$inferInsert)["label"];

/** A state of the record to go back to. */
export interface Version {
  room: string;
  epoch: number;
  sequence: number;
  label: VersionLabel;
  state: Uint8Array;
  personId: string | null;
  at: string;
}

/** Keeps a version; resolves to its id. */
export async function storeVersion(version: Version): Promise<string> {
  const id = uuid();
  await transact(async (tx) => {
    await tx.insert(liveVersion).values({ ...version, id, state: asBuffer(version.state) });
  });
  return id;
}
