import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import * as Y from "yjs";
import { canonicalJson, canonicalRecord } from "~/session/record";
import { read } from "~db/read";
import { correctionProposal } from "~db/schema";
import { transact } from "~db/transact";
import { asBuffer } from "./bytes";
import { inspectUpdate } from "./inspection";
import { plainDocument } from "./plainDocument";

/** Edits that came too late for the record, and whose they are. */
export interface LateEdits {
  room: string;
  epoch: number;
  /** The frozen document as one update. */
  frozen: Uint8Array;
  bytes: Uint8Array;
  /** It deletes marks of formatting only, which a client may have done by itself. */
  cosmetic: boolean;
  personId: string | null;
  postId: string | null;
  at: string;
}

/** `known`: the same person has proposed all of it before. `nothing`: it would change nothing. */
export type StoredProposal = "stored" | "known" | "nothing";

/**
 * Keeps late edits for the office as a proposal, with what they would change. The same person bringing
 * the same edits again makes no second proposal.
 */
export async function storeProposal(late: LateEdits): Promise<StoredProposal> {
  const document = plainDocument();
  try {
    Y.applyUpdate(document, late.frozen);
    const before = canonicalRecord(document);
    if (await isProposed(late)) return "known";
    Y.applyUpdate(document, late.bytes);
    const after = canonicalRecord(document);
    if (late.cosmetic && canonicalJson(before) === canonicalJson(after)) return "nothing";
    await transact(async (tx) => {
      const { room, epoch, personId, postId, at } = late;
      const difference = JSON.stringify({ before, after });
      await tx
        .insert(correctionProposal)
        .values({ id: uuid(), room, epoch, bytes: asBuffer(late.bytes), difference, personId, postId, at });
    });
    return "stored";
  } finally {
    document.destroy();
  }
}

/** True when the same person has proposed all of these edits before. */
export async function isProposed(
  late: Pick<LateEdits, "room" | "epoch" | "frozen" | "bytes" | "personId">,
): Promise<boolean> {
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
  const proposed = plainDocument();
  Y.applyUpdate(proposed, late.frozen);
  for (const { bytes } of earlier) Y.applyUpdate(proposed, bytes);
  const { finding } = inspectUpdate(proposed, late.bytes);
  proposed.destroy();
  return finding === "known";
}
