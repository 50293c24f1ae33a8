import { z } from "zod";
import { type FieldValues, markOf } from "~/ledger/meanwhile";
import { outcomes } from "~/meeting/conduct/topic";
import { key, keyOrNone, optionalLine, optionalWords, versionIfAny, words } from "~/value/fields";

/** An outcome as it was entered, for its form. */
interface EnteredOutcome {
  outcome: string | null;
  note: string;
  /** Of one that was put off: until which day (YYYY-MM-DD). */
  deferredTo: string | null;
}

/** An outcome as its form shows it; empty where none is entered. */
export function outcomeShown(entered: EnteredOutcome | undefined): { version: number; values: FieldValues } {
  const { outcome, note, deferredTo } = entered ?? { outcome: null, note: "", deferredTo: null };
  const values =
    outcome === null
      ? { outcome: "", note: "", deferredTo: "" }
      : { outcome, note, deferredTo: deferredTo ?? "" };
  return { version: markOf(values), values };
}

/** Says of a deferral that its day is written beside it, instead of a meeting. */
export const anotherDay = "day";

/** What was decided on one topic; `other` says what in its note, `deferred` until when. */
export const outcomeForm = z
  .object({
    topicId: key(),
    outcome: z.enum(outcomes, { error: "error.required" }),
    note: optionalWords(1_000),
    /** Of a topic that is put off: slug of the later meeting that takes it up, or {@link anotherDay}. */
    deferredTo: keyOrNone(),
    /** The day, as people say it. */
    deferredDay: optionalLine(40),
    /** Mark of the outcome as it was shown; see {@link outcomeShown}. */
    version: versionIfAny(),
  })
  .refine(({ outcome, note }) => outcome !== "other" || note !== "", {
    path: ["note"],
    error: "session.error.otherNeedsNote",
  })
  .refine(({ outcome, ...said }) => outcome !== "deferred" || deferredWords(said) !== "", {
    path: ["deferredDay"],
    error: "session.error.deferredNeedsDay",
  });

/** Picks what was said about when a topic comes again. */
export function deferredWords({
  deferredTo = "",
  deferredDay = "",
}: {
  deferredTo?: string;
  deferredDay?: string;
}) {
  return deferredTo === "" || deferredTo === anotherDay ? deferredDay : deferredTo;
}

/** Opens the resolutions of a decided topic again, and says why. */
export const reopenForm = z.object({ topicId: key(), reason: words(500) });

/** Closes them. */
export const closeForm = reopenForm.pick({ topicId: true });
