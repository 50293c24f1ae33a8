import { Mutex } from "async-mutex";
import type { FileReader } from "~/problem/import/fileReader.server";
import type { ReadingMessage } from "~/problem/import/fileReading";
import { readingLimits } from "~/problem/import/importLimits";
import { onThread, type ThreadLimits } from "./onThread";

// One at a time: two would take the processors from those who are answered.
const turn = new Mutex();

/**
 * Reads files on a thread of its own, which is ended when it takes too long or too much memory: whatever is in a file,
 * everybody else is answered meanwhile.
 */
export const fileReader = createFileReader(readingLimits);

/** Creates a reader whose threads are ended at these limits. */
export function createFileReader(limits: ThreadLimits): FileReader {
  return {
    read: (task, take) =>
      turn.runExclusive(async () => {
        const how = await onThread<ReadingMessage>("fileThread", task, limits, (message, thread) => {
          take(message);
          // The next part comes when whoever asks in between was answered.
          if (message.kind === "rows") setImmediate(() => thread.postMessage("more"));
          return message.kind === "done" || message.kind === "refused";
        });
        const { seconds } = limits;
        if (how === "tooMuch")
          take({ kind: "refused", refusal: { code: "fileTakesTooLong", values: { seconds } } });
      }),
  };
}
