import { z } from "zod";
import { key } from "~/value/fields";

/** Merges a unit into another one, named by its slug. */
export const mergeUnitForm = z.object({ slug: key(), into: key() });

/** Closes a unit of which nothing is open. */
export const closeUnitForm = z.object({ slug: key() });
