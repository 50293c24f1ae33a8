import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import * as Y from "yjs";
import { canonicalRecord } from "~/session/record";
import { read } from "~db/read";
import { correctionProposal } from "~db/schema";
import { transact } from "~db/transact";
import { inspectUpdate } from "./inspection";
import { asBuffer } from "./store";

/** Edits that came too late for the record, and whose they are. */
export interface LateEdits {
  room: string;
  epoch: number;
  /** The frozen document as one update. */
  frozen: Uint8Array;
  bytes: Uint8Array;
  personId: string | null;
  postId: string | null;
  at: string;
}

/**
 * Keeps late edits for the office as a proposal, with what they would change. The same person bringing
 * the same edits again makes no second proposal.
 * @returns the id of the proposal, null when everything in it has been proposed before
 */
export async function storeProposal(late: LateEdits): Promise<string | null> {
  const document = new Y.Doc();
  try {
    Y.applyUpdate(document, late.frozen);
    const before = canonicalRecord(document);
    if (await isKnown(late)) return null;
    Y.applyUpdate(document, late.bytes);
    const difference = JSON.stringify({ before, after: canonicalRecord(document) });
    const id = uuid();
    await transact(async (tx) => {
      const { room, epoch, personId, postId, at } = late;
      await tx
        .insert(correctionProposal)
        .values({ id, room, epoch, bytes: asBuffer(late.bytes), difference, personId, postId, at });
    });
    return id;
  } finally {
    document.destroy();
  }
}

async function isKnown(late: LateEdits): Promise<boolean> {
  const { room, epoch, personId } = late;
  const earlier = await read(async (db) =>
    db
      .select({ bytes: correctionProposal.bytes })
      .from(correctionProposal)
      .where(
        and(
          eq(correctionProposal.room, room),
          eq(correctionProposal.epoch, epoch),
          personId === null ? isNull(correctionProposal.personId) : eq(correctionProposal.personId, personId),
        ),
      ),
  );
  if (earlier.length === 0) return false;
  const proposed = new Y.Doc();
  Y.applyUpdate(proposed, late.frozen);
  for (const { bytes } of earlier) Y.applyUpdate(proposed, bytes);
  const { finding } = inspectUpdate(proposed, late.bytes);
  proposed.destroy();
  return finding === "known";
}
