import { z } from "zod";
import { approver } from "~/rules/deviationRequest";
import { day, optionalWords } from "~/value/fields";

/** Most characters of a reason. */
const longestReason = 500;

const why = { reason: optionalWords(longestReason), approver: approver() };

/** Cancelling a meeting; of a day in an adopted plan it is approved first. */
export const cancelForm = z.object(why);
export type CancelInput = z.output<typeof cancelForm>;

/** Holding a meeting on a later day than planned. */
export const postponeForm = z.object({ ...why, date: day() });
export type PostponeInput = z.output<typeof postponeForm>;
