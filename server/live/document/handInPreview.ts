import { canonicalJson } from "~/record/document/record";
import { heldAsElements } from "~/record/live/heldAsElements.server";
import type { HandInPreview } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import type { Limits } from "../limits";
import { dryRun } from "./dryRun";
import { isProposed } from "./proposal";

/** Edits that somebody hands in, and what they are held against. */
export interface HandInOnRecord {
  room: string;
  epoch: number;
  /** The document as committed, as one update. */
  state: Uint8Array;
  bytes: Uint8Array;
  personId: string;
}

/**
 * Tells what handed-in edits would change. They are inspected like any update and applied to a copy only; what
 * builds on something that the record never got is left out.
 */
export async function previewHandIn(handIn: HandInOnRecord, limits: Limits): Promise<HandInPreview> {
  const { state, room, epoch } = handIn;
  const elements = await read((db) => heldAsElements(db, room, epoch));
  const run = dryRun({ state, elements }, { bytes: handIn.bytes, step2: true }, limits);
  if (run.finding === "known") return { finding: "nothing" };
  if (run.finding !== "new") return { finding: "unreadable" };
  const { bytes, before, after } = run;
  if (canonicalJson(before) === canonicalJson(after)) return { finding: "nothing" };
  if (await isProposed({ ...handIn, frozen: state, bytes })) return { finding: "known" };
  return { finding: "new", epoch, bytes, before, after };
}
