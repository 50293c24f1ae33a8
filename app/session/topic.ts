/** What an agenda entry is. */
export const topicKinds = ["lookBack", "siteVisit", "topic", "other"] as const;
export type TopicKind = (typeof topicKinds)[number];

/** 通过 / 原则通过 / 不通过 / 其他. */
export const outcomes = ["passed", "passedInPrinciple", "notPassed", "other"] as const;
export type Outcome = (typeof outcomes)[number];
