import type { InvitationClass } from "~/meeting/kind/invitation";

/** The units a topic names. */
export interface TopicUnits {
  topicId: string;
  /** The street that raised it: it presents the matter. */
  streetId: string | null;
  /** The unit that has the power. */
  powerUnitId: string | null;
  concernedUnitIds: readonly string[];
}

/** A unit that should be called, how strongly, and because of which topics. */
export interface InvitationProposal {
  unitId: string;
  invitation: InvitationClass;
  topicIds: string[];
}

const strength: readonly InvitationClass[] = ["onCall", "writtenOpinion", "assist", "lead"];

/**
 * Who should be called, so that weakly related departments do not sit through the day: the unit with the
 * power leads; a unit concerned by several topics, and the streets that present them, assist; a unit
 * concerned by one topic gives a written opinion; units that only have open tasks wait on call.
 * @param openTaskUnitIds lead units of the tasks that the look-back will call
 */
export function proposeInvitations(
  topics: readonly TopicUnits[],
  openTaskUnitIds: readonly string[],
): InvitationProposal[] {
  const found = new Map<string, InvitationProposal>();
  const call = (unitId: string, invitation: InvitationClass, topicId?: string) => {
    const proposal = found.get(unitId) ?? { unitId, invitation, topicIds: [] };
    if (strength.indexOf(invitation) > strength.indexOf(proposal.invitation))
      proposal.invitation = invitation;
    if (topicId && !proposal.topicIds.includes(topicId)) proposal.topicIds.push(topicId);
    found.set(unitId, proposal);
  };
  for (const { topicId, streetId, powerUnitId, concernedUnitIds } of topics) {
    if (powerUnitId) call(powerUnitId, "lead", topicId);
    if (streetId) call(streetId, "assist", topicId);
    for (const unitId of concernedUnitIds) call(unitId, "writtenOpinion", topicId);
  }
  for (const proposal of found.values())
    if (proposal.invitation === "writtenOpinion" && proposal.topicIds.length > 1)
      proposal.invitation = "assist";
  for (const unitId of openTaskUnitIds) call(unitId, "onCall");
  return [...found.values()].sort((a, b) => strength.indexOf(b.invitation) - strength.indexOf(a.invitation));
}
