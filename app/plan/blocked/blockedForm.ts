import { z } from "zod";
import { daysBetween } from "~/calendar/day";
import { day, key, optionalLine } from "~/value/fields";

/** Most days of one entry. */
const longest = 366;

/** Days on which whoever holds a post cannot take the chair, and why, where they say it. */
export const blockDaysForm = z
  .object({ postId: key(), fromDay: day(), toDay: day(), reason: optionalLine(100) })
  .superRefine(({ fromDay, toDay }, context) => {
    const fault = (message: string) => context.addIssue({ code: "custom", path: ["toDay"], message });
    if (toDay < fromDay) fault("planning.error.endsBeforeItBegins");
    else if (daysBetween(fromDay, toDay) >= longest) fault("planning.error.blockedTooLong");
  });
export type BlockDaysInput = z.output<typeof blockDaysForm>;

/** An entry that is taken away again. */
export const unblockDaysForm = z.object({ id: key() });
