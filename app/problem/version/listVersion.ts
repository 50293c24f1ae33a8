import { type Span, textDifference } from "~/record/difference/textDifference";

/** What the office made of a version: it waits, was accepted, or given back. */
export const versionOutcomes = ["waiting", "accepted", "returned"] as const;
export type VersionOutcome = (typeof versionOutcomes)[number];

/** Fields of a row compared by their words, in the order in which they are read. */
export const versionWords = [
  "title",
  "originalWording",
  "summary",
  "place",
  "coordination",
  "question",
  "legalBasis",
  "sourceNumber",
] as const;
export type VersionWords = (typeof versionWords)[number];

/** Fields compared as a whole. */
export const versionValues = [
  "problemClass",
  "source",
  "raisedAt",
  "communityId",
  "seesUnitId",
  "powerUnitId",
  "powerLacking",
  "concernedUnitIds",
  "households",
  "wishOn",
  "spot",
] as const;
export type VersionValue = (typeof versionValues)[number];
type Value = string | number | readonly string[] | null;

/** A row of a list as it stood when that was submitted. */
export type FrozenRow = { number: string } & Record<VersionWords, string> & {
    /** What was not asked for when it was submitted is not there. */
    facts: Partial<Record<VersionValue, Value>>;
  };

/** A field that says something else than before. */
export type RowChange =
  | { field: VersionWords; kind: "words"; spans: Span[] }
  | { field: VersionValue; kind: "value"; before: Value; after: Value };

/** What became of the rows from one version to another. */
export interface VersionDifference {
  added: FrozenRow[];
  removed: FrozenRow[];
  changed: { number: string; title: string; fields: RowChange[] }[];
  /** Whether the rows that are in both stand in another order. */
  reordered: boolean;
  /** Rows that say the same. */
  same: number;
}

function changesOf(before: FrozenRow, after: FrozenRow): RowChange[] {
  const words = versionWords.flatMap((field): RowChange[] =>
    before[field] === after[field]
      ? []
      : [{ field, kind: "words", spans: textDifference(before[field], after[field]) }],
  );
  const values = versionValues.flatMap((field): RowChange[] => {
    const [was, is] = [before.facts[field] ?? null, after.facts[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ field, kind: "value", before: was, after: is }];
  });
  return [...words, ...values];
}

/** Compares two versions of a list: rows that came and went, and what changed in those that stayed. */
export function compareVersions(
  before: readonly FrozenRow[],
  after: readonly FrozenRow[],
): VersionDifference {
  const old = new Map(before.map((row) => [row.number, row]));
  const kept = new Set(after.map((row) => row.number));
  const both = after.filter((row) => old.has(row.number));
  const changed = both
    .map((row) => ({ number: row.number, title: row.title, fields: changesOf(old.get(row.number)!, row) }))
    .filter((row) => row.fields.length > 0);
  const stayed = before.filter((row) => kept.has(row.number));
  return {
    added: after.filter((row) => !old.has(row.number)),
    removed: before.filter((row) => !kept.has(row.number)),
    changed,
    reordered: stayed.some((row, at) => row.number !== both[at]?.number),
    same: both.length - changed.length,
  };
}
