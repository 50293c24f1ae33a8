import { z } from "zod";
import type { Step } from "~/ledger/step";

const payload = z.object({
  slug: z.string(),
  /** Said when an entry was added: who presents it, where the record does not say so already. */
  presenter: z.object({ topicId: z.string(), words: z.string() }).optional(),
});
export type Alignment = z.output<typeof payload>;

/** Brings the live record of a meeting in line with its agenda in the database. */
export const alignment: Step<Alignment> = {
  kind: "record.align",
  payload,
  subject: ({ slug }) => slug,
  waited: true,
};
