import { z } from "zod";
import { placeStates } from "~/problem/listing";
import { ruleCode } from "~/rules/ruleLists";
import { optionalKey, wordsIfAny } from "~/value/fields";

/** What can be asked of the list of problems, from the address; what is not understood is left out. */
export const browseForm = z.object({
  /** Slug of a street. */
  street: optionalKey().catch(undefined),
  /** A class, which means those below it as well. */
  problemClass: ruleCode().optional().catch(undefined),
  state: z.enum(placeStates).optional().catch(undefined),
  q: wordsIfAny(200).catch(undefined),
  /** The number after which, or before which, the page goes on. */
  after: optionalKey().catch(undefined),
  before: optionalKey().catch(undefined),
});
export type BrowseInput = z.infer<typeof browseForm>;
