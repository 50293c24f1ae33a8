import { z } from "zod";
import { optionalKey } from "~/value/fields";
import { suppliedKinds } from "./resource";

/** In which states needs and offers can be asked for. */
export const browsedStates = {
  needs: ["open", "met", "withdrawn"],
  offers: ["open", "declined", "withdrawn"],
} as const;

/** What can be asked of the page of needs and offers, from the address; what is not understood is left out. */
export const browseResourcesForm = z.object({
  show: z.enum(["needs", "offers"]).default("needs").catch("needs"),
  kind: z.enum(suppliedKinds).optional().catch(undefined),
  state: z.enum(["open", "met", "declined", "withdrawn"]).optional().catch(undefined),
  /** Slug of the unit that needs or gives. */
  unit: optionalKey().catch(undefined),
  /** The number after which the page goes on. */
  after: optionalKey().catch(undefined),
});
