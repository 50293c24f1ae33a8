import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { leadKinds, type UnitKind } from "~/unit/unit";

/**
 * Whether a resolution of a meeting can make a unit responsible: one of the kinds that lead everywhere, or, where the
 * kind of meeting says so, a community of the street that called it.
 */
export function mayLead(
  meeting: { kind: MeetingKind; organiserUnitId: string },
  unit: { kind: UnitKind; parentId: string | null },
): boolean {
  if (leadKinds.includes(unit.kind)) return true;
  return (
    kindOf(meeting).communitiesLead && unit.kind === "community" && unit.parentId === meeting.organiserUnitId
  );
}
