import { z } from "zod";

/** The form with which a person chooses the post to act in; none at all is one that they do not hold. */
export const postChoiceForm = z.object({ post: z.string().default("") });
