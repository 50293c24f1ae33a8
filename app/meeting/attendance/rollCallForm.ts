import { z } from "zod";
import { rollStates } from "~/meeting/conduct/attendance";

const optionalLine = (most: number) => z.string().trim().max(most, { error: "error.tooLong" }).default("");

/** One answer to the roll call. */
export const rollCallForm = z.object({
  attendanceId: z.string({ error: "error.required" }),
  state: z.enum(rollStates, { error: "error.required" }),
  personName: optionalLine(50),
  reason: optionalLine(200),
  /** Why the roll of a closed session is corrected. */
  correction: optionalLine(500),
});

/** Somebody more who came for a unit, invited or not. */
export const attendeeForm = z.object({
  unitId: z.string({ error: "error.required" }),
  personName: z.string({ error: "error.required" }).trim().max(50, { error: "error.tooLong" }),
  state: z.enum(["present", "sittingIn"], { error: "error.required" }),
  correction: optionalLine(500),
});
