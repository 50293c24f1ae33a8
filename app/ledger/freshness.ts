import { z } from "zod";
import type { Step } from "./step";

const payload = z.object({
  kind: z.enum(["attendance", "lookBack", "outcome", "stage", "topic", "words"]),
  /** Of the meeting. */
  slug: z.string(),
});

/**
 * Tells the pages on which people are looking at a meeting that facts of it have changed. Who opens a page later
 * reads them from the database.
 */
export const freshness: Step<z.output<typeof payload>> = {
  kind: "facts.changed",
  payload,
  subject: ({ slug }) => slug,
  waited: true,
};
