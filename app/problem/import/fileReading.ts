import type { Refusal } from "~/ledger/result";
import type { SheetRow } from "./table";

/** A sheet of a workbook, as far as it is needed to choose between several; text has one without a name. */
export interface SheetSummary {
  name: string;
  /** Hidden by whoever made the workbook. */
  hidden: boolean;
  /** Looks like a list: a header with what a list needs, and rows below. */
  list: boolean;
}

/** What the thread that reads is given. */
export interface ReadingTask {
  bytes: Uint8Array;
  /** Which sheet, from 0; left out, the likeliest. */
  sheet?: number;
}

/** What it answers: first the sheets, then the rows in parts, at the end one of the last two. */
export type ReadingMessage =
  | { kind: "sheets"; sheets: SheetSummary[]; sheet: number }
  | { kind: "rows"; rows: SheetRow[] }
  | { kind: "done" }
  | { kind: "refused"; refusal: Refusal };

/** A file as it was brought. */
export interface BroughtFile {
  name: string;
  bytes: Uint8Array;
}
