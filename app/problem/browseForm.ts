import { z } from "zod";
import { problemClasses } from "~/unit/problemClass";
import { placeStates } from "./listing";

/** What can be asked of the list of problems, from the address; what is not understood is left out. */
export const browseForm = z.object({
  /** Slug of a street. */
  street: z.string().optional().catch(undefined),
  problemClass: z.enum(problemClasses).optional().catch(undefined),
  state: z.enum(placeStates).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  /** The number after which, or before which, the page goes on. */
  after: z.string().optional().catch(undefined),
  before: z.string().optional().catch(undefined),
});
export type BrowseInput = z.infer<typeof browseForm>;
