import type { ErasureChoice } from "./erasureForm";
import type { Remaining } from "./remains";

/** What an erasure would do: shown once, and not kept. */
export interface ErasurePreview {
  choice: ErasureChoice;
  /** Each kind of place, such as `problem.summary`, and how many of them. */
  from: [string, number][];
  /** Entries of the ledger that hold words. */
  entries: number;
  remains: Remaining[];
}
