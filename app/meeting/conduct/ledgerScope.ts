import { kindOf, type MeetingKind } from "~/meeting/kind/kind";

/**
 * The unit that alone reads in the ledger what happens at a meeting: the one that called it, where only its
 * participants know of it; undefined where every official may.
 */
export function ledgerScopeOf(meeting: { kind: MeetingKind; organiserUnitId: string }): string | undefined {
  return kindOf(meeting).seenBy === "participants" ? meeting.organiserUnitId : undefined;
}
