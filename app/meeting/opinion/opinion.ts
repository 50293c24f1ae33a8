import type { Stage } from "~/meeting/kind/stage";

/** 同意 / 有条件同意 / 不同意. */
export const positions = ["agree", "agreeIf", "disagree"] as const;
export type Position = (typeof positions)[number];

/** What a unit that was asked has said so far; who is silent is shown as silent. */
export const voices = [...positions, "silent"] as const;
export type Voice = (typeof voices)[number];

/** True where a position says nothing without its conditions, or its reason. */
export function needsTerms(position: Position): boolean {
  return position !== "agree";
}

/** Opinions are asked for, written and changed while the agenda is drawn up: until the session opens. */
export function isWritable(meeting: { stage: Stage }): boolean {
  return meeting.stage === "agenda";
}

/** True for an opinion that was submitted after its date, or is not submitted though its date has passed. */
export function isLate(opinion: { dueOn: string; submittedOn: string | null }, today: string): boolean {
  return (opinion.submittedOn ?? today) > opinion.dueOn;
}

/** Counts how often each voice was heard. */
export function countVoices(opinions: readonly { voice: Voice }[]): Record<Voice, number> {
  const counted = { agree: 0, agreeIf: 0, disagree: 0, silent: 0 };
  for (const { voice } of opinions) counted[voice] += 1;
  return counted;
}

/** Tells whether a text is a position. */
export function isPosition(text: string): text is Position {
  return (positions as readonly string[]).includes(text);
}
