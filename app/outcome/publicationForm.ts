import { z } from "zod";
import { holdsLongNumber } from "./personalData";

/** Most characters of an outcome as residents read it. */
export const outcomeLimit = 300;

/** Most characters of the reason for taking one back. */
export const withdrawalLimit = 200;

const forResidents = (limit: number) =>
  z
    .string({ error: "error.required" })
    .trim()
    .min(1, { error: "error.required" })
    .max(limit, { error: "error.tooLong" })
    .refine((text) => !holdsLongNumber(text), { error: "outcome.error.longNumber" });

/** What came of a task, in words for residents. */
export const publishForm = z.object({ text: forResidents(outcomeLimit) });

/** Why a published outcome is taken back; residents read it. */
export const withdrawForm = z.object({ reason: forResidents(withdrawalLimit) });
