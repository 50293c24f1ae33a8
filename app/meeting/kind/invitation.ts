/**
 * How strongly a unit is called; weakly related departments need not sit through a meeting. `attend` is whoever takes
 * part where nobody leads a topic.
 */
export const invitationClasses = [
  "chair",
  "lead",
  "attend",
  "assist",
  "writtenOpinion",
  "onCall",
  "resident",
] as const;
export type InvitationClass = (typeof invitationClasses)[number];
