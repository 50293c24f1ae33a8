/** What the holder of a post may do follows from its role and, for territorial roles, from its unit. */
export const roles = ["admin", "office", "leader", "street", "department", "community"] as const;
export type Role = (typeof roles)[number];
