import { z } from "zod";
import { day, key, keys, optionalWords, version } from "~/value/fields";
import { positions } from "./opinion";

/** Most characters of an opinion, and of its conditions or reason. */
export const longestOpinion = 5000;
export const longestTerms = 1000;

/** Asking units for their opinion on a topic until a day. */
export const askForm = z.object({
  topicId: key(),
  unitId: keys(100).min(1, { error: "error.required" }),
  dueOn: day(),
});

/** Taking a request back. */
export const takeBackForm = z.object({ opinionId: key() });

/** An opinion as it is being written; what is missing is asked for when it is submitted. */
export const writeForm = z.object({
  position: z.enum(positions).optional(),
  terms: optionalWords(longestTerms),
  text: optionalWords(longestOpinion),
  version: version(),
});

/** The words of an opinion as its form shows them. */
export function opinionShown(opinion: {
  position: string | null;
  terms: string;
  text: string;
  version: number;
}) {
  const { position, terms, text, version: shown } = opinion;
  return { version: shown, values: { position: position ?? "", terms, text } };
}
