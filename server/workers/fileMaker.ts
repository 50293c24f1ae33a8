import { Mutex } from "async-mutex";
import { lookLimits } from "~/file/fileLimits";
import type { FileMaker, MadeMessage } from "~/file/fileMaker.server";
import { onThread } from "./onThread";

// One at a time: two would take the processors from those who are answered.
const turn = new Mutex();
// The thread bounds itself; it is ended where even that does not come to its end.
const limits = { ...lookLimits, seconds: lookLimits.seconds + 5 };

/** Looks at files on a thread of its own, which is ended when it takes too long or too much memory. */
export const fileMaker: FileMaker = {
  make: (bytes) =>
    turn.runExclusive(async () => {
      let heard: MadeMessage | undefined;
      const how = await onThread<MadeMessage>("makerThread", bytes, limits, (message) => {
        heard = message;
        return true;
      });
      if (how === "done" && heard) return heard;
      const { seconds } = lookLimits;
      return { kind: "refused", refusal: { code: "fileTakesTooLongToTell", values: { seconds } } };
    }),
};
