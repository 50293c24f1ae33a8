import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import * as Y from "yjs";
import { hasTooManyWaiting } from "~/meeting/correction/waitingCorrections.server";
import { canonicalJson } from "~/record/document/record";
import { heldAsElements } from "~/record/live/heldAsElements.server";
import { read } from "~db/read";
import { correctionProposal } from "~db/schema";
import { transact } from "~db/transact";
import { asBuffer } from "../bytes";
import type { Limits } from "../limits";
import { plainDocument } from "../plainDocument";
import { dryRun } from "./dryRun";
import { inspectUpdate } from "./inspection";

/** Edits that came too late for the record, and whose they are. */
export interface LateEdits {
  room: string;
  epoch: number;
  /** The frozen document as one update. */
  frozen: Uint8Array;
  bytes: Uint8Array;
  /** All that the client has and the record lacks is among them. */
  step2: boolean;
  /** It deletes marks of formatting only, which a client may have done by itself. */
  cosmetic: boolean;
  personId: string;
  postId: string;
  at: string;
}

/**
 * `known`: the same person has proposed all of it before. `nothing`: it would change nothing. `gap`, `invalid`,
 * `full`: the record itself could not have taken it. `tooMany`: the office has enough of this person to read.
 */
export type StoredProposal = "stored" | "known" | "nothing" | "gap" | "invalid" | "full" | "tooMany";

/**
 * Keeps late edits for the office as a proposal, with what they would change. The same person bringing
 * the same edits again makes no second proposal.
 */
export async function storeProposal(late: LateEdits, limits: Limits): Promise<StoredProposal> {
  const elements = await read((db) => heldAsElements(db, late.room, late.epoch));
  const run = dryRun({ state: late.frozen, elements }, late, limits);
  if (run.finding !== "new") return run.finding === "known" ? "nothing" : run.finding;
  const { bytes, before, after } = run;
  if (await isProposed({ ...late, bytes })) return "known";
  if (late.cosmetic && canonicalJson(before) === canonicalJson(after)) return "nothing";
  return transact(async (tx) => {
    const { room, epoch, personId, postId, at } = late;
    if (await hasTooManyWaiting(tx, room, personId)) return "tooMany";
    const difference = JSON.stringify({ before, after });
    await tx
      .insert(correctionProposal)
      .values({ id: uuid(), room, epoch, bytes: asBuffer(bytes), difference, personId, postId, at });
    return "stored";
  });
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
          eq(correctionProposal.personId, personId),
        ),
      ),
  );
  if (earlier.length === 0) return false;
  const proposed = plainDocument({ elements: await read((db) => heldAsElements(db, room, epoch)) });
  Y.applyUpdate(proposed, late.frozen);
  for (const { bytes } of earlier) Y.applyUpdate(proposed, bytes);
  const { finding } = inspectUpdate(proposed, late.bytes);
  proposed.destroy();
  return finding === "known";
}
