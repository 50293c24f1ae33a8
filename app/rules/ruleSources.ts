/** Where a number of the rules comes from; its words are `rules.origin.<origin>`. */
export type RuleOrigin = "practice" | "elsewhere" | "day" | "city" | "law";

const origins: Record<string, RuleOrigin> = {
  "window.usualDay": "practice",
  "window.opensOnDay": "practice",
  "window.cutOffDay": "elsewhere",
  "agenda.limit": "elsewhere",
  "agenda.approvedWorkingDaysBefore": "elsewhere",
  "agenda.materialsDaysBefore": "elsewhere",
  "agenda.materialsCharacters": "elsewhere",
  "agenda.reportMinutes": "city",
  "agenda.speechMinutes": "city",
  "session.quorumOver": "elsewhere",
  "session.carryOverLimit": "day",
  "session.minutesSigned": "practice",
  "rates.response": "elsewhere",
  "rates.solved": "elsewhere",
  "rates.satisfaction": "elsewhere",
  "rates.basicallySatisfied": "elsewhere",
  "answers.publish": "law",
  "deadlines.reviewedWithin": "city",
};

/** Tells where the usual value of a number comes from, by the path of its rule; what has no source is practice. */
export function originOf(path: string): RuleOrigin {
  return origins[path] ?? "practice";
}
