import type { NewProblem } from "~/problem/problemForm";
import type { ClassEntry } from "~/rules/ruleLists";
import type { SheetRow } from "./table";

/** Why a row is not taken. */
export const rejectionCodes = [
  "required",
  "wordsMissing",
  "wordsUnreadable",
  "tooLong",
  "raisedAhead",
  "duplicateInFile",
  "duplicateOnRecord",
  "sameRowOnRecord",
] as const;
/** What was not understood in a row that is taken all the same. */
export const remarkCodes = [
  "titleFromWords",
  "wordsFromTitle",
  "statedWithoutWords",
  "unknownClass",
  "unknownUnit",
  "unknownCommunity",
  "unknownSource",
  "unknownPower",
  "badDate",
  "yearTaken",
  "badWish",
  "wishPassed",
  "badHouseholds",
  "householdsTaken",
  "shortenedNumber",
  "errorCell",
  "brokenCharacter",
] as const;

/**
 * What becomes of rows that have a name and no resident's words: the name was the resident's, the street states the
 * matter itself, or they are left out. Nobody but whoever imports decides that.
 */
export const wordlessChoices = ["title", "statement", "leave"] as const;
export type WordlessChoice = (typeof wordlessChoices)[number];

/** Something about one cell. `value` is what stood there, or the row or number that it repeats. */
export interface CellFinding {
  column: string;
  code: (typeof rejectionCodes)[number] | (typeof remarkCodes)[number];
  value?: string;
}

/** What will happen with one row. */
export interface ImportedRow {
  row: number;
  /** Empty for a row that is taken. */
  rejected: CellFinding[];
  remarks: CellFinding[];
  /** It is not taken until somebody has decided what becomes of rows without words. */
  waits: boolean;
  title: string;
  sourceNumber: string;
  /** By which the same row of a file is known again, whatever is taken for its header. */
  cellsKey: string;
  /** Of a row that is taken. */
  problem?: NewProblem;
}

/** What rows are compared with. */
export interface ImportContext {
  units: readonly { id: string; names: readonly string[] }[];
  communities: readonly { id: string; names: readonly string[] }[];
  /** The classes that the rules of the day offer. */
  classes: readonly ClassEntry[];
  /** Keys of what the street has on record → its number. */
  onRecord: Pick<ReadonlyMap<string, string>, "get" | "has">;
  /** The day of the import (YYYY-MM-DD), for dates without a year. */
  today: string;
  wordless?: WordlessChoice;
  /** Writes a row's cells as a short key. */
  keyOf(row: SheetRow): string;
}
