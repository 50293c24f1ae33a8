import { z } from "zod";
import type { Actor } from "~/access/actor";
import { day, key, words } from "~/value/fields";

/** Most characters of what a resident was told. */
export const longestAnswer = 1000;

/** What a resident was told of a refusal, and on which day. */
export const answerForm = z.object({ id: key(), text: words(longestAnswer), answeredOn: day() });

/** How an answer to a resident stands. */
export interface AnswerStanding {
  dueOn: string;
  answeredOn: string | null;
}

/** True for an answer that is owed on a day after it was due. */
export function isOverdue({ dueOn, answeredOn }: AnswerStanding, today: string): boolean {
  return answeredOn === null && dueOn < today;
}

/** Whether somebody may note what the resident was told: who owes the answer, and the street for its communities. */
export function canAnswer(
  actor: Pick<Actor, "role" | "unitId" | "streetId">,
  owed: { unitId: string; streetId: string },
): boolean {
  if (actor.role !== "street" && actor.role !== "community") return false;
  return actor.unitId === owed.unitId || (actor.role === "street" && actor.streetId === owed.streetId);
}
