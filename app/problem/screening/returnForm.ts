import { z } from "zod";
import { ruleCode } from "~/rules/ruleLists";
import { words } from "~/value/fields";

/** The form with which the office returns a list: why, by a code of the rules where one fits, and in words. */
export const returnForm = z.object({
  code: ruleCode().optional(),
  reason: words(500),
});
