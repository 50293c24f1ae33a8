import { z } from "zod";
import { key, lines, optionalKey, optionalWords, version, words } from "~/value/fields";
import { lookedAt, mayStand, withdrawalLimit } from "./publicationForm";

/** Most marks in the texts of one topic that a form decides about. */
const mostMarks = 500;
/** Most topics that are published by one press. */
const mostTopics = 200;

/** Which topic, as it was shown. */
const topicShown = { topicId: key(), version: version() };

/** Passages to be left out, one a line. */
const passages = lines({
  most: 50,
  longest: 500,
  tooMany: "outcome.error.tooManyPassages",
  tooLong: "outcome.error.passageTooLong",
});

// Residents read the reasons, so these are looked at like everything else that they read.
const reasonMayStand = ({ reason, lookedAt }: { reason: string; lookedAt?: "yes" }) =>
  mayStand(reason, lookedAt);
const aboutReason = { path: ["reason"], error: "outcome.error.personal" };

/** One topic is published: what becomes of each mark, and what else is left out for which reason. */
export const publishTopicForm = z
  .object({
    ...topicShown,
    choices: z.array(optionalKey()).max(mostMarks, { error: "error.tooLong" }).default([]),
    passages,
    reason: optionalWords(withdrawalLimit),
    lookedAt,
  })
  .refine(reasonMayStand, aboutReason);

/** Topics with nothing to decide are published. */
export const publishClearForm = z.object({
  topics: z.array(z.object(topicShown)).min(1, { error: "error.required" }).max(mostTopics),
});

/** More is left out of a public topic. */
export const shortenForm = z
  .object({ ...topicShown, passages, reason: words(withdrawalLimit), lookedAt })
  .refine(reasonMayStand, aboutReason);

/** A resident's words are taken down. */
export const takeDownForm = z
  .object({ ...topicShown, reason: words(withdrawalLimit), lookedAt })
  .refine(reasonMayStand, aboutReason);

/** What was left out is put back; of what the check alone has left out, the place that begins there. */
export const putBackForm = z.object({
  ...topicShown,
  leftOutId: key(),
  start: version(),
  reason: words(withdrawalLimit),
});
