import { z } from "zod";
import { optionalKey } from "~/value/fields";

/** Which topics of the minutes are drafted; none named, all of them. */
export const draftForm = z.object({ topicId: optionalKey(), over: z.literal("yes").optional() });
