import { canonicalJson } from "~/record/document/record";
import type { Weighed } from "~/record/live/liveRooms.server";
import { tryOut } from "./dryRun";
import type { Limits } from "./limits";
import { isProposed } from "./proposal";

/** Edits that somebody hands in, and what they are held against. */
export interface HandedIn {
  room: string;
  epoch: number;
  /** The document as committed, as one update. */
  state: Uint8Array;
  bytes: Uint8Array;
  personId: string;
}

/**
 * What handed-in edits would change. They are inspected like any update and applied to a copy only; what
 * builds on something that the record never got is left out.
 */
export async function weigh(handed: HandedIn, limits: Limits): Promise<Weighed> {
  const { state, epoch } = handed;
  const trial = tryOut(state, { bytes: handed.bytes, step2: true }, limits);
  if (trial.finding === "known") return { finding: "nothing" };
  if (trial.finding !== "new") return { finding: "unreadable" };
  const { bytes, before, after } = trial;
  if (canonicalJson(before) === canonicalJson(after)) return { finding: "nothing" };
  if (await isProposed({ ...handed, frozen: state, bytes })) return { finding: "known" };
  return { finding: "new", epoch, bytes, before, after };
}
