/** As what somebody has a post: it is theirs, or they stand in for a time. */
export const capacities = ["holder", "substitute"] as const;
export type Capacity = (typeof capacities)[number];
