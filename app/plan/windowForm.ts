import { z } from "zod";
import { approver } from "~/rules/deviationRequest";
import { day, month, wordsIfAny } from "~/value/fields";

/** Most characters of a reason. */
const longestReason = 500;

/** Why something is done, where it need not be said. */
export const reason = () => wordsIfAny(longestReason);

/** Opening, closing and opening again the window for topics. */
export const windowForm = z.object({ month: month(), reason: reason(), approver: approver() });

/** Opening again always needs an approval, and may set a new last day. */
export const reopenWindowForm = z.object({
  month: month(),
  reason: reason(),
  approver: approver(),
  windowClosesOn: day().optional(),
});

/** What the page of a day sends to move its window: which of these is needed, the step itself knows. */
export const moveWindowForm = z.object({
  reason: reason(),
  approver: approver(),
  windowClosesOn: day().optional(),
});
