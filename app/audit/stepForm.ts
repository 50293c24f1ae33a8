import { z } from "zod";

/** A step that somebody looks after. */
export const stepForm = z.object({ sequence: z.coerce.number({ error: "error.required" }).int().positive() });
