import type { InvitationClass } from "~/meeting/kind/invitation";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { isQuorum, type RuleSet } from "~/rules/ruleSet";
import type { AttendanceState } from "./attendance";

/** Who of those who must be there is there. Counted in units, not in heads. */
export interface Quorum {
  /** Units invited to lead a topic. */
  invited: number;
  /** Of these, units with somebody present (出席); sitting in (列席) does not count. */
  present: number;
  /** So many must be present. */
  needed: number;
  reached: boolean;
}

interface Called {
  unitId: string;
  invitation: InvitationClass;
  state: AttendanceState;
}

/**
 * Over half (a setting) of the units invited to lead must be present; a unit that declined still counts as invited.
 * Where the kind of meeting asks for none, it is reached by nobody.
 */
export function quorumOf(
  rows: readonly Called[],
  rules: Pick<RuleSet, "session">,
  meeting: { kind: MeetingKind },
): Quorum {
  if (!kindOf(meeting).needsQuorum) return { invited: 0, present: 0, needed: 0, reached: true };
  const leads = rows.filter((row) => row.invitation === "lead");
  const invited = new Set(leads.map((row) => row.unitId)).size;
  const present = new Set(leads.filter((row) => row.state === "present").map((row) => row.unitId)).size;
  const needed = Math.floor(invited * rules.session.quorumOver) + 1;
  return { invited, present, needed, reached: isQuorum(rules, present, invited) };
}

/** A quorum as it is kept with a decision; nulls where the kind of meeting asks for none. */
export interface KeptQuorum {
  quorumInvited: number | null;
  quorumPresent: number | null;
  quorumNeeded: number | null;
}

/** The quorum to keep with a decision that is made now. */
export function keptQuorum({ invited, present, needed }: Quorum): KeptQuorum {
  if (needed === 0) return { quorumInvited: null, quorumPresent: null, quorumNeeded: null };
  return { quorumInvited: invited, quorumPresent: present, quorumNeeded: needed };
}

/**
 * Whether a quorum held when something was decided.
 * @param otherwise what is known where none was kept: decisions from before it was
 */
export function heldQuorum(kept: KeptQuorum, otherwise: Pick<Quorum, "reached">): boolean {
  const { quorumPresent, quorumNeeded } = kept;
  return quorumPresent === null || quorumNeeded === null ? otherwise.reached : quorumPresent >= quorumNeeded;
}
