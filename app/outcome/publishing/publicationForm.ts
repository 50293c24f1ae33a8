import { z } from "zod";
import { words } from "~/value/fields";
import { findPersonalData } from "../personalData";

/** Most characters of an outcome as residents read it. */
export const outcomeLimit = 300;

/** Most characters of the reason for taking one back. */
export const withdrawalLimit = 200;

/** Sent with words in which something was marked: whoever wrote them has looked and lets it stand. */
export const lookedAt = z.literal("yes").optional();

/** Whether words may be published: nothing was marked in them, or somebody has looked. */
export function mayStand(text: string, looked: "yes" | undefined): boolean {
  return looked === "yes" || findPersonalData(text).length === 0;
}

/** What came of a task, in words for residents. */
export const publishForm = z
  .object({ text: words(outcomeLimit), lookedAt })
  .refine(({ text, lookedAt }) => mayStand(text, lookedAt), {
    path: ["text"],
    error: "outcome.error.personal",
  });

/** Why a published outcome is taken back; residents read it. */
export const withdrawForm = z
  .object({ reason: words(withdrawalLimit), lookedAt })
  .refine(({ reason, lookedAt }) => mayStand(reason, lookedAt), {
    path: ["reason"],
    error: "outcome.error.personal",
  });
