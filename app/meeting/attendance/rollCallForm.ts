import { z } from "zod";
import { rollStates } from "~/meeting/conduct/attendance";
import { key, optionalName, optionalWords, personName } from "~/value/fields";

/** One answer to the roll call. */
export const rollCallForm = z.object({
  attendanceId: key(),
  state: z.enum(rollStates, { error: "error.required" }),
  personName: optionalName(),
  reason: optionalWords(200),
  /** Why the roll of a closed session is corrected. */
  correction: optionalWords(500),
});

/** Somebody more who came for a unit, invited or not. */
export const attendeeForm = z.object({
  unitId: key(),
  personName: personName(),
  state: z.enum(["present", "sittingIn"], { error: "error.required" }),
  correction: optionalWords(500),
});
