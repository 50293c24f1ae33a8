import { z } from "zod";
import { type FieldValues, markOf } from "~/ledger/meanwhile";
import { outcomes } from "~/meeting/conduct/topic";
import { key, optionalWords, versionIfAny, words } from "~/value/fields";

/** An outcome as its form shows it; empty where none is entered. */
export function outcomeShown(
  entered: { outcome: string | null; note: string; reservations: string } | undefined,
): { version: number; values: FieldValues } {
  const { outcome, note, reservations } = entered ?? { outcome: null, note: "", reservations: "" };
  const values =
    outcome === null ? { outcome: "", note: "", reservations: "" } : { outcome, note, reservations };
  return { version: markOf(values), values };
}

/** What was decided on one topic; `other` says what in its note. */
export const outcomeForm = z
  .object({
    topicId: key(),
    outcome: z.enum(outcomes, { error: "error.required" }),
    note: optionalWords(1_000),
    reservations: optionalWords(1_000),
    /** Mark of the outcome as it was shown; see {@link outcomeShown}. */
    version: versionIfAny(),
  })
  .refine(({ outcome, note }) => outcome !== "other" || note !== "", {
    path: ["note"],
    error: "session.error.otherNeedsNote",
  });

/** Opens the resolutions of a decided topic again, and says why. */
export const reopenForm = z.object({ topicId: key(), reason: words(500) });

/** Closes them. */
export const closeForm = reopenForm.pick({ topicId: true });
