import { z } from "zod";

/** Names an account by its person. */
export const accountForm = z.object({ personId: z.string().default("") });
