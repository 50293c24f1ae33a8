import { z } from "zod";
import { settleDatabase } from "~db/settle";
import type { Handler } from "./handler.server";
import type { Step } from "./step";

/** Brings an erasure into the database's file, so that no log beside it holds the words any more. */
export const settleStep: Step<{ erasureId: string }> = {
  kind: "words.settle",
  payload: z.object({ erasureId: z.string() }),
  subject: ({ erasureId }) => erasureId,
  waited: true,
};

/** Tries again later where somebody still reads what was before. */
export const settleHandler = {
  step: settleStep,
  async outside() {
    if (!(await settleDatabase())) throw new Error("the log of the database is in use");
  },
} satisfies Handler<z.infer<typeof settleStep.payload>>;
