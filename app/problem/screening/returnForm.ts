import { z } from "zod";
import { words } from "~/value/fields";

/** The form with which the office returns a list. */
export const returnForm = z.object({
  reason: words(500),
});
