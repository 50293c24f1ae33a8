/** What people are told of. */
export const noticeKinds = [
  "invited",
  "listReturned",
  "problemRefused",
  "taskAssigned",
  "extensionDecided",
  "taskOverdue",
  "taskEscalated",
  "correctionDecided",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Why somebody is told. */
export const noticeReasons = [
  "invited",
  "ownStreet",
  "raised",
  "lead",
  "assists",
  "territory",
  "office",
  "proposed",
] as const;
export type NoticeReason = (typeof noticeReasons)[number];
