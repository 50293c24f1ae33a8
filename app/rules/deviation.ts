/** Steps that can be skipped or done outside their rule, with the reason and who allowed it. */
export const deviationSteps = [
  /** The day lies on a day off. */
  "workingDay",
  /** A street hosts again before all have hosted. */
  "hostOutOfTurn",
  /** A day was changed after its plan was adopted. */
  "planChange",
  /** Two months exchanged their hosts. */
  "hostSwap",
  "windowOpened",
  "windowClosed",
  "windowReopened",
  "agendaLimit",
  "agendaLate",
  /** It was published without the chair's approval. */
  "agendaUnapproved",
  /** The session was opened on another day than the planned one. */
  "sessionDate",
  "quorum",
  "lookBack",
  "other",
] as const;
export type DeviationStep = (typeof deviationSteps)[number];

/** A deviation's step as stored; one of another version is shown as `other`. */
export function asDeviationStep(step: string): DeviationStep {
  return deviationSteps.find((known) => known === step) ?? "other";
}
