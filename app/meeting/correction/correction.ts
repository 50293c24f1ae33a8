import { z } from "zod";
import { key, optionalWords, verbatim, version, words } from "~/value/fields";

/** Where a proposed correction stands. */
export type CorrectionState = "waiting" | "adopted" | "refused";

/** How it came: it met a record that was frozen, or was handed in by somebody who may no longer write. */
export type CorrectionOrigin = "late" | "handedIn";

const which = { proposalId: key(), version: version() };

/** Longest text of a change note, in characters. */
export const noteLength = 4_000;

/** Adopting: for issued minutes the text of the note and what it concerns (`topic:ID`, `resolution:ID` or nothing). */
export const adoptForm = z.object({
  ...which,
  text: optionalWords(noteLength),
  concerns: verbatim(100)
    .regex(/^((topic|resolution):[\w-]{1,64})?$/)
    .default(""),
});

/** Refusing, with the reason its author will read. */
export const refuseForm = z.object({ ...which, reason: words(1_000) });

// In base64 four characters carry three bytes.
const mostCharacters = Math.ceil((2 * 1024 * 1024 * 4) / 3);

/** Edits handed in: in which epoch of the record they were made, and the edits as a Yjs update in base64. */
export const handInForm = z.object({
  epoch: z.coerce.number().int().min(1),
  edits: verbatim(mostCharacters).regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: "error.required" }),
});

/** The part of the minutes that `adoptForm` names. */
export function concernsOf(concerns: string): { topicId: string | null; resolutionId: string | null } {
  const [kind, id = null] = concerns.split(":");
  return {
    topicId: kind === "topic" ? id : null,
    resolutionId: kind === "resolution" ? id : null,
  };
}
