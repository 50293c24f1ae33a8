import { z } from "zod";
import { day, month, words, wordsIfAny } from "~/value/fields";

/** Most characters of a reason. */
const longestReason = 500;

/** Why something is done, where it need not be said. */
export const reason = () => wordsIfAny(longestReason);

/** Opening, closing and opening again the window for topics. */
export const windowForm = z.object({ month: month(), reason: reason() });

/** Opening again always needs a reason, and may set a new last day. */
export const reopenWindowForm = z.object({
  month: month(),
  reason: words(longestReason),
  windowClosesOn: day().optional(),
});

/** What the page of a day sends to move its window: which of these is needed, the step itself knows. */
export const moveWindowForm = z.object({ reason: reason(), windowClosesOn: day().optional() });
