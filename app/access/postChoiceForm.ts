import { z } from "zod";

/** The form with which a person chooses the post to act in. */
export const postChoiceForm = z.object({ post: z.string({ error: "error.required" }) });
