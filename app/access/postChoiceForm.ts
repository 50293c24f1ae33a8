import { z } from "zod";
import { optionalKey } from "~/value/fields";

/** The form with which a person chooses the post to act in; none at all is one that they do not hold. */
export const postChoiceForm = z.object({ post: optionalKey().default("") });
