import { z } from "zod";
import { present } from "~/meeting/conduct/present";
import type { ChangeSize } from "~/record/difference/countChanges";
import { key, line, verbatim } from "~/value/fields";

/** Why a version is kept. */
export type VersionLabel =
  | "automatic"
  | "agendaPublished"
  | "sessionOpened"
  | "sessionClosed"
  | "issued"
  | "kept"
  | "beforeRestore"
  | "amendmentBegun"
  | "amendmentDropped"
  | "beforeLines";

/** A kept state of the record, without the state itself. */
export interface VersionFact {
  id: string;
  /** Instant. */
  at: string;
  epoch: number;
  sequence: number;
  label: VersionLabel;
  /** What the office kept it for; otherwise empty. */
  note: string;
  /** Who made it; null for one that the platform kept by itself. */
  by: string | null;
}

/** A version with how much changed since the one before it; null for the first. */
export interface VersionRow extends VersionFact {
  size: ChangeSize | null;
}

/** Which two states the page compares; each a version's id or `present`. */
export interface ComparedPair {
  from: string;
  to: string;
}

/**
 * The pair to compare, the older first. Asked for nothing: the newest version and now.
 * @param versions newest first
 * @returns null when there is nothing to compare with, or something was asked for that there is not
 */
export function pairOf(
  versions: readonly Pick<VersionFact, "id">[],
  asked: Partial<ComparedPair>,
): ComparedPair | null {
  const from = asked.from || versions[0]?.id;
  const to = asked.to || present;
  // Now is newer than all.
  const ageOf = (id: string) => (id === present ? -1 : versions.findIndex((one) => one.id === id));
  const known = (id: string | undefined): id is string =>
    id === present || versions.some((one) => one.id === id);
  if (!known(from) || !known(to)) return null;
  return ageOf(from) >= ageOf(to) ? { from, to } : { from: to, to: from };
}

/** A version that the office keeps by hand. */
export const keepForm = z.object({
  note: line(100),
});

/** Bringing back from a version; `seen` says which parts, and how they read when this was asked. */
export const restoreForm = z.object({
  versionId: key(),
  seen: verbatim(200_000),
});

/** What was just brought back: the version from before, the parts, how many were left alone, and which were closed. */
export interface JustRestored {
  beforeId: string;
  parts: string;
  left: number;
  /** Parts that were closed to them, and left as they are. */
  closed: string;
}
