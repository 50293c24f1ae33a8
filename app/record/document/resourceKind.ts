/** What a resolution can name as its resource; what is needed and offered is one of these. */
export const resourceKinds = ["people", "money", "site", "equipment", "other", "approval", "none"] as const;
export type ResourceKind = (typeof resourceKinds)[number];
